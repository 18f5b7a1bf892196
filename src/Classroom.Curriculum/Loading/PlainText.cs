using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Classroom.Curriculum.Loading;

internal static class PlainText
{
    /// <summary>Paragraphs and list items, one a line; with <paramref name="whole"/> also code and formulas within them.</summary>
    public static string Extract(Block block, bool whole = false)
    {
        var text = new StringBuilder();
        Write(block, text, whole);
        return text.ToString().Trim();
    }

    public static string Extract(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Write(inlines, text, whole: true);
        return text.ToString().Trim();
    }

    private static void Write(Block block, StringBuilder text, bool whole)
    {
        if (block is ParagraphBlock paragraph)
        {
            Write(paragraph.Inline, text, whole);
            text.Append('\n');
        }
        else if (block is ContainerBlock container and not Table)
        {
            foreach (var child in container)
            {
                Write(child, text, whole);
            }
        }
    }

    private static void Write(ContainerInline? inlines, StringBuilder text, bool whole)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.ToString().Replace('\n', ' '));
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case CodeInline code when whole:
                    text.Append(code.Content);
                    break;
                case FragmentInline fragment when whole || fragment is not FormulaInline:
                    text.Append(fragment.Text.Replace('\n', ' '));
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline container:
                    Write(container, text, whole);
                    break;
            }
        }
    }
}
