using System.Globalization;
using System.Text.RegularExpressions;

namespace Classroom.School.Questions;

/// <summary>
/// How the answers of an attempt at an own quiz name their questions: <c>own-17-v3</c> for the third version of an own question,
/// <c>overfitting--best-epoch</c> for a term's. A slug has no double hyphens, so one cannot be taken for the other.
/// </summary>
public static partial class QuestionKey
{
    private const string Between = "--";

    public static string OfOwn(int questionId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"own-{questionId}-v{number}");

    public static string OfTerm(string slug, string questionId) => $"{slug}{Between}{questionId}";

    /// <summary>Null where it names something else.</summary>
    public static (int QuestionId, int Number)? ReadOwn(string key) =>
        Own().Match(key) is { Success: true } own
        && int.TryParse(own.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(own.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id, number)
            : null;

    /// <summary>Null where it names something else.</summary>
    public static (string Slug, string QuestionId)? ReadTerm(string key) =>
        key.IndexOf(Between, StringComparison.Ordinal) is > 0 and var at ? (key[..at], key[(at + Between.Length)..]) : null;

    [GeneratedRegex(@"^own-(?<id>[0-9]{1,10})-v(?<number>[0-9]{1,10})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Own();
}
