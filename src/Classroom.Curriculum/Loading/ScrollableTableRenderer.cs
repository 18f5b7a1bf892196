using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Classroom.Curriculum.Loading;

/// <summary>A table that scrolls by itself where the screen is narrow, by keyboard too.</summary>
internal sealed class ScrollableTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var columns = string.Join(", ", table.OfType<TableRow>().First().Select(cell => PlainText.Of(cell, whole: true).Trim()));
        renderer.Write("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table: ").WriteEscape(columns).WriteLine("\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
