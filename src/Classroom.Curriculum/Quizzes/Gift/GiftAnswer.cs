using System.Globalization;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>One answer of a question, in its parts.</summary>
/// <param name="Sign">= or ~; none where it has no sign before it.</param>
/// <param name="Weight">Percent of the points; null where none is written.</param>
/// <param name="Text">Without the weight.</param>
/// <param name="Feedback">Null without a #.</param>
internal sealed record GiftAnswer(char Sign, decimal? Weight, GiftSpan Text, GiftSpan? Feedback, int Line)
{
    /// <summary>The answers in a section, one more than are allowed at most; white space before the first sign is none.</summary>
    public static IReadOnlyList<GiftAnswer> Split(GiftSpan section, string signs) =>
    [
        .. section.Split(signs)
            .Where(answer => answer.Sign != '\0' || !answer.Part.Trim().IsEmpty)
            .Take(GiftLimits.MostAnswers + 1)
            .Select(answer => Read(answer.Sign, answer.Part)),
    ];

    public static GiftAnswer Read(char sign, GiftSpan part)
    {
        var trimmed = part.Trim();
        var (weight, words) = CutWeight(trimmed);
        var (text, feedback) = words.Cut("#");
        return new(sign, weight, text.Trim(), feedback?.Trim(), trimmed.IsEmpty ? part.LineBefore : trimmed.Line);
    }

    // Moodle takes what is no number between percent signs for text, and so does this.
    private static (decimal? Weight, GiftSpan Words) CutWeight(GiftSpan answer)
    {
        if (answer.First != '%' || answer.IndexOf("%", 1) is not (> 1 and < 20 and var end))
        {
            return (null, answer);
        }
        var written = answer.From(1).To(end - 1).ToText();
        return decimal.TryParse(
                written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? (weight, answer.From(end + 1))
            : (null, answer);
    }
}
