using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
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

/// <summary>A formula as it stands in the file; <see cref="FragmentInline.Html"/> is empty until it was checked.</summary>
internal sealed class FormulaInline(string source) : FragmentInline
{
    public string Source => source;

    public bool IsDisplay { get; set; }
}

/// <summary>HTML of our own making instead of a paragraph: a figure.</summary>
internal sealed class FragmentBlock(string html) : LeafBlock(null)
{
    public string Html => html;

    public sealed class Renderer : HtmlObjectRenderer<FragmentBlock>
    {
        protected override void Write(HtmlRenderer renderer, FragmentBlock obj)
        {
            renderer.EnsureLine();
            renderer.WriteLine(obj.Html);
        }
    }
}
