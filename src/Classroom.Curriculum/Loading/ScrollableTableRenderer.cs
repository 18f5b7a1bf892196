using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Classroom.Curriculum.Loading;

/// <summary>A table that scrolls by itself where the screen is narrow, by keyboard too.</summary>
internal sealed class ScrollableTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.WriteLine("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
