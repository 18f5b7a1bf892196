using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// The Markdown of lessons and prompts: CommonMark with pipe tables, attributes in braces and formulas, without raw HTML.
/// </summary>
internal static class LessonMarkdown
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    public static string Render(IEnumerable<Block> blocks)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollableTableRenderer());
        renderer.ObjectRenderers.Insert(0, new FragmentBlock.Renderer());
        renderer.ObjectRenderers.Insert(0, new FragmentInline.Renderer());
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }
        return writer.ToString().Trim();
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseGenericAttributes().UsePreciseSourceLocation();
        // Without it, HTML in any place becomes an inline of its own, which the checks then find and report.
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        builder.InlineParsers.Insert(0, new FormulaParser());
        return builder.Build();
    }
}
