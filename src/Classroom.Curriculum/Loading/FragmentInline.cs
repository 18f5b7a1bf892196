using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Classroom.Curriculum.Loading;

/// <summary>HTML of our own making within a line: a formula or a link to a term.</summary>
internal class FragmentInline : LeafInline
{
    public string Html { get; set; } = "";

    /// <summary>What it reads as in plain text.</summary>
    public string Text { get; set; } = "";

    public sealed class Renderer : HtmlObjectRenderer<FragmentInline>
    {
        protected override void Write(HtmlRenderer renderer, FragmentInline obj) => renderer.Write(obj.Html);
    }
}
