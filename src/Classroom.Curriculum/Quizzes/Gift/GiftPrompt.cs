using System.Net;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>A prompt as GIFT writes it.</summary>
/// <param name="Written">With its format before it.</param>
/// <param name="IsHtml">Other texts of the question need a format of their own.</param>
internal sealed record GiftPrompt(string Written, bool IsHtml)
{
    /// <summary>As plain text where that says all, otherwise as HTML; null where not even that can.</summary>
    public static GiftPrompt? Of(Question question)
    {
        var plain = ToPlain(question.PromptHtml);
        if (GiftText.FromPlain(plain) == (question.PromptHtml, question.PromptText))
        {
            return new($"[plain]{GiftParts.Escape(plain)}", IsHtml: false);
        }
        return GiftMarkup.Read(question.PromptHtml) is { Fault: null } markup
            && (markup.Html, markup.Text) == (question.PromptHtml, question.PromptText)
            ? new($"[html]{GiftParts.Escape(question.PromptHtml)}", IsHtml: true)
            : null;
    }

    public static string ToPlain(string html)
    {
        var inner = html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal)
            ? html["<p>".Length..^"</p>".Length]
            : html;
        return WebUtility.HtmlDecode(inner
            .Replace("</p>\n<p>", "\n\n", StringComparison.Ordinal)
            .Replace("<br />", "\n", StringComparison.Ordinal));
    }
}
