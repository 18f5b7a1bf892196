using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// Reads HTML that others wrote, and writes it anew: a few tags without attributes, and text in which every sign of markup is encoded.
/// Nothing of the original is passed through, so nothing of it can reach a page.
/// </summary>
internal sealed class GiftMarkup
{
    private const int Deepest = 16;
    private const int LongestTag = 20;

    private readonly StringBuilder html = new();
    private readonly StringBuilder text = new();
    private readonly Stack<(string Written, string Name)> open = new();

    private GiftMarkup()
    {
    }

    /// <summary>The text as HTML of ours, its blocks one a line.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Its words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>It has more than paragraphs and line breaks.</summary>
    public bool IsFormatted { get; private set; }

    /// <summary>Attributes for looks only were left out.</summary>
    public bool LostStyle { get; private set; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Fault { get; private set; }

    public static GiftMarkup Read(string source)
    {
        var markup = new GiftMarkup();
        var at = 0;
        foreach (Match tag in GiftTags.Tag().Matches(source))
        {
            markup.Write(WebUtility.HtmlDecode(source[at..tag.Index]));
            markup.Take(tag);
            at = tag.Index + tag.Length;
            if (markup.Fault is not null)
            {
                return markup;
            }
        }
        markup.Write(WebUtility.HtmlDecode(source[at..]));
        markup.End();
        return markup;
    }

    private bool InParagraph => open.Any(tag => tag.Name is "p" or "li");

    private void Take(Match tag)
    {
        var written = tag.Groups["name"].Value.ToLowerInvariant();
        if (!GiftTags.Kept.TryGetValue(written, out var name))
        {
            var tagged = written.Length > LongestTag ? $"{written[..LongestTag]}…" : written;
            Fault = $"The tag <{tagged}> cannot be kept: a text may have paragraphs, line breaks, lists, bold, italics, code, and raised or "
                + "lowered signs. Take it out, or write [plain] before the text to show it as it stands.";
        }
        else if (tag.Groups["end"].Length > 0)
        {
            Close(written);
        }
        else if (!GiftTags.Style().IsMatch(tag.Groups["rest"].Value))
        {
            Fault = $"The tag <{written}> has more in it than its name. Write <{written}> alone.";
        }
        else
        {
            LostStyle |= !string.IsNullOrWhiteSpace(tag.Groups["rest"].Value.TrimEnd('/'));
            Open(written, name);
        }
    }

    private void Open(string written, string name)
    {
        if (open.Count == Deepest)
        {
            Fault = $"More than {Deepest} tags stand inside one another.";
        }
        else if (name == "br")
        {
            Begin();
            html.Append("<br />");
            text.Append('\n');
        }
        else if (name is "p" or "ul" or "ol")
        {
            if (InParagraph && !EndImplied())
            {
                Fault = $"<{written}> cannot stand inside another paragraph, list entry or part of a sentence.";
                return;
            }
            IsFormatted |= name != "p";
            Line();
            html.Append('<').Append(name).Append('>');
            open.Push((written, name));
        }
        else if (name == "li")
        {
            if (open.Count == 0 || open.Peek().Name is not ("ul" or "ol"))
            {
                Fault = "<li> stands outside a list: write <ul> before the first entry and </ul> after the last.";
                return;
            }
            Line();
            html.Append("<li>");
            open.Push((written, name));
        }
        else
        {
            Begin();
            IsFormatted |= name.Length > 0;
            html.Append(name.Length > 0 ? $"<{name}>" : "");
            open.Push((written, name));
        }
    }

    private void Close(string written)
    {
        if (written == "br")
        {
            Fault = "</br> is no tag: a line break is written <br>.";
            return;
        }
        // A paragraph that nobody opened ends with what it was begun for.
        if (open.Count > 0 && open.Peek().Written.Length == 0 && written is not ("p" or "div"))
        {
            EndImplied();
        }
        if (open.Count == 0 || open.Peek().Written != written)
        {
            Fault = open.Count == 0 || open.Peek().Written.Length == 0
                ? $"</{written}> closes nothing."
                : $"</{written}> comes before </{open.Peek().Written}>: close the inner tag first.";
            return;
        }
        CloseTop();
    }

    private void CloseTop()
    {
        var name = open.Pop().Name;
        if (name is "ul" or "ol")
        {
            Line();
        }
        html.Append(name.Length > 0 ? $"</{name}>" : "");
        if (name is "p" or "li" or "ul" or "ol")
        {
            text.Append(name == "li" ? '\n' : ' ');
        }
    }

    // Words between blocks are a paragraph of their own.
    private void Begin()
    {
        if (open.Count == 0)
        {
            Line();
            html.Append("<p>");
            open.Push(("", "p"));
        }
    }

    private bool EndImplied()
    {
        if (open.Count == 0 || open.Peek() is not { Written: "", Name: "p" })
        {
            return false;
        }
        CloseTop();
        return true;
    }

    private void Line()
    {
        if (html.Length > 0 && html[^1] != '\n')
        {
            html.Append('\n');
        }
    }

    private void Write(string words)
    {
        var betweenBlocks = open.Count == 0 || open.Peek().Name is "ul" or "ol";
        if (words.Length == 0 || (betweenBlocks && string.IsNullOrWhiteSpace(words)))
        {
            return;
        }
        if (open.Count > 0 && open.Peek().Name is "ul" or "ol")
        {
            Fault = "Words stand in a list outside its entries: write <li> before them.";
            return;
        }
        Begin();
        html.Append(GiftTags.Encode(words));
        text.Append(words);
    }

    private void End()
    {
        EndImplied();
        if (Fault is null && open.Count > 0)
        {
            Fault = $"<{open.Peek().Written}> is not closed: write </{open.Peek().Written}> where it ends.";
        }
        Html = html.ToString();
        Text = text.ToString().Replace('\n', ' ').Trim();
    }
}
