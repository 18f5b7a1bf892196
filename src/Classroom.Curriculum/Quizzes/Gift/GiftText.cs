using System.Text;
using System.Text.RegularExpressions;
using Markdig;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Reads the texts of one question, in whatever format they are written, and notes what cannot be kept.</summary>
/// <param name="log">Takes what is wrong.</param>
internal sealed partial class GiftText(GiftLog log)
{
    private const string Gap = "_____";

    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().Build();

    private static readonly (string Name, GiftFormat Format)[] Names =
    [
        ("[html]", GiftFormat.Html),
        ("[markdown]", GiftFormat.Markdown),
        ("[plain]", GiftFormat.Plain),
        ("[moodle]", GiftFormat.Moodle),
    ];

    /// <summary>Of texts that name no format themselves: the prompt's.</summary>
    public GiftFormat Usual { get; private set; } = GiftFormat.Moodle;

    /// <summary>The prompt as HTML that is safe to show, and its words. What is left to fill in between two parts is a line.</summary>
    public (string Html, string Text) Prompt(GiftSpan before, GiftSpan after)
    {
        var (format, rest) = Format(before.TrimStart());
        Usual = format;
        var keepLines = format == GiftFormat.Markdown;
        var source = (after.IsEmpty ? rest.ToText(keepLines) : rest.ToText(keepLines) + Gap + after.ToText(keepLines)).Trim();
        var line = before.Trim() is { IsEmpty: false } words ? words.Line : after.Line;
        if (source.Length == 0)
        {
            log.Fault(line, "There is no question before the braces: write what is asked.");
            return ("", "");
        }
        if (!Fits(source, GiftLimits.LongestPrompt, "The question", line))
        {
            return ("", "");
        }
        if (format == GiftFormat.Plain || (format == GiftFormat.Moodle && !GiftTags.IsIn(source)))
        {
            return FromPlain(source);
        }
        return Markup(source, format, line) is { } markup ? (markup.Html, markup.Text) : ("", "");
    }

    /// <summary>A text that is shown as it stands, on one line; empty where there is none.</summary>
    /// <param name="what">How a fault names it, with a capital: <c>The choice</c>.</param>
    public string Plain(GiftSpan span, string what)
    {
        var (format, words) = Format(span.Trim());
        return Plain(words.ToText(format == GiftFormat.Markdown), format, span.Trim().Line, what);
    }

    /// <summary>A text that cannot name a format, and is HTML where it has tags, whatever the prompt is.</summary>
    public string Unnamed(GiftSpan span, string what) => Plain(span.ToText(), GiftFormat.Moodle, span.Trim().Line, what);

    /// <summary>A text to which formats do not apply: what is to be typed, or the right side of a pair.</summary>
    public string Literal(GiftSpan span, string what) => Plain(span.ToText(), GiftFormat.Plain, span.Trim().Line, what);

    /// <summary>The same for text from a comment.</summary>
    public string Literal(string text, int line, string what) => Plain(text, GiftFormat.Plain, line, what);

    /// <summary>The prompt that plain text makes: an empty line begins a paragraph.</summary>
    public static (string Html, string Text) FromPlain(string source)
    {
        var paragraphs = Blank().Split(source).Select(paragraph => paragraph.Trim().Split('\n').Select(line => line.Trim()));
        return (
            string.Join('\n', paragraphs.Select(lines => $"<p>{string.Join("<br />", lines.Select(GiftTags.Encode))}</p>")),
            string.Join(' ', paragraphs.Select(lines => string.Join(' ', lines))));
    }

    /// <summary>The format that the text names in brackets, else the usual one, and the rest.</summary>
    public (GiftFormat Format, GiftSpan Words) Format(GiftSpan trimmed)
    {
        foreach (var (name, format) in Names)
        {
            if (trimmed.Length >= name.Length && trimmed.To(name.Length).ToText() == name)
            {
                return (format, trimmed.From(name.Length));
            }
        }
        return (Usual, trimmed);
    }

    private string Plain(string source, GiftFormat format, int line, string what)
    {
        var text = source.Trim();
        if (!Fits(text, GiftLimits.LongestText, what, line))
        {
            return "";
        }
        if (format != GiftFormat.Plain && (format != GiftFormat.Moodle || GiftTags.IsIn(text)))
        {
            if (Markup(text, format, line) is not { } markup)
            {
                return "";
            }
            if (markup.IsFormatted)
            {
                log.Fault(line, $"{what} is shown as plain text, so bold, italics, code and lists cannot be kept. Write it without them.");
            }
            text = markup.Text;
        }
        return Spaces().Replace(text, " ").Trim();
    }

    private GiftMarkup? Markup(string source, GiftFormat format, int line)
    {
        var markup = GiftMarkup.Read(format == GiftFormat.Markdown ? Markdown.ToHtml(source, CommonMark) : source);
        if (markup.Fault is { } fault)
        {
            log.Fault(line, fault);
            return null;
        }
        if (markup.LostStyle)
        {
            log.Note(line, "The look of the text (colors, fonts, classes) is left out.");
        }
        if (!FitForStorage(markup.Text, line))
        {
            return null;
        }
        if (markup.Text.Length == 0 && source.Length > 0)
        {
            log.Fault(line, "The markup has no words in it.");
            return null;
        }
        return markup;
    }

    private bool Fits(string text, int longest, string what, int line)
    {
        if (text.Length > longest)
        {
            log.Fault(line, $"{what} has {text.Length:N0} characters; at most {longest:N0} are kept. Make it shorter.");
            return false;
        }
        return FitForStorage(text, line);
    }

    private bool FitForStorage(string text, int line)
    {
        var fault = FaultOf(text);
        if (fault is not null)
        {
            log.Fault(line, fault);
        }
        return fault is null;
    }

    /// <summary>Why the text could not be shown; null where it can.</summary>
    public static string? FaultOf(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == Rune.ReplacementChar.Value)
            {
                return "A letter could not be read (�). Save the file as UTF-8 and try again.";
            }
            // Marks of direction could make a text look like another.
            if ((Rune.IsControl(rune) && rune.Value is not ('\n' or '\t' or '\r'))
                || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
            {
                return $"There is a control character (U+{rune.Value:X4}) that cannot be shown. Take it out.";
            }
        }
        return null;
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
