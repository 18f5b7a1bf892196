namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>A prompt as a teacher types it: plain text, or with the few tags that are kept, as in a GIFT file.</summary>
public static class WrittenPrompt
{
    /// <summary>What to show and its words; the fault where it cannot be read. Nothing that was typed reaches a page as it is.</summary>
    public static (string Html, string Text, string? Fault) Read(string? typed)
    {
        var source = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (source.Length == 0)
        {
            return ("", "", "Write what is asked.");
        }
        if (source.Length > GiftLimits.LongestPrompt)
        {
            return ("", "", $"The question has {source.Length:N0} characters; at most {GiftLimits.LongestPrompt:N0} fit. Make it shorter.");
        }
        if (!GiftTags.IsIn(source))
        {
            var (html, text) = GiftText.FromPlain(source);
            return (html, text, null);
        }
        var markup = GiftMarkup.Read(source);
        return markup.Fault is { } fault ? ("", "", fault)
            : markup.Text.Length == 0 ? ("", "", "The markup has no words in it. Write what is asked.")
            : (markup.Html, markup.Text, null);
    }

    /// <summary>What was typed, or would be; null for a prompt that holds more than can be typed, such as a figure or a formula.</summary>
    public static string? Of(string promptHtml)
    {
        var plain = GiftPrompt.ToPlain(promptHtml);
        return !GiftTags.IsIn(plain) && GiftText.FromPlain(plain).Html == promptHtml ? plain
            : GiftMarkup.Read(promptHtml) is { Fault: null } markup && markup.Html == promptHtml ? promptHtml
            : null;
    }
}
