using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Classroom.Curriculum.Loading;

/// <summary>A table that scrolls by itself where the screen is narrow, by keyboard too. An empty corner of it heads nothing.</summary>
internal sealed partial class ScrollableTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var columns = string.Join(
            ", ",
            table.OfType<TableRow>().First().Select(cell => PlainText.Extract(cell, whole: true).Trim()).Where(name => name.Length > 0));
        renderer.Write("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table: ")
            .WriteEscape(columns)
            .WriteLine("\">");
        var page = renderer.Writer;
        using var rows = new StringWriter { NewLine = "\n" };
        renderer.Writer = rows;
        base.Write(renderer, table);
        renderer.Writer = page;
        renderer.Write(EmptyHeading().Replace(rows.ToString(), "<td></td>"));
        renderer.WriteLine("</div>");
    }

    [GeneratedRegex("<th(?: class=\"[^\"]*\")?></th>")]
    private static partial Regex EmptyHeading();
}
