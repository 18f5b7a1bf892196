using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Classroom.Curriculum.Loading;

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
