using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Classroom.Curriculum.Loading;

/// <summary>Takes <c>&lt;math …&gt;…&lt;/math&gt;</c> out of a paragraph whole, so that no * or _ in it is read as Markdown.</summary>
internal sealed class FormulaParser : InlineParser
{
    private const string End = "</math>";

    public FormulaParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith("<math") || rest.Length < 6 || (rest[5] is not '>' && !char.IsWhiteSpace(rest[5])))
        {
            return false;
        }
        var end = rest.IndexOf(End);
        if (end < 0)
        {
            return false;
        }
        var source = rest[..(end + End.Length)].ToString();
        processor.Inline = new FormulaInline(source)
        {
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + source.Length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += source.Length;
        return true;
    }
}
