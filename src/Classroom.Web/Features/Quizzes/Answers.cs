using System.Globalization;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Features.Quizzes;

/// <summary>Answers in words, and whether they are complete.</summary>
public static class Answers
{
    /// <summary>
    /// Matching is complete once every left side has a partner, a number once it can be read; the others as soon as there
    /// is an answer at all.
    /// </summary>
    public static bool IsComplete(Question question, Response? response) => (question, response) switch
    {
        (MatchingQuestion q, MatchingResponse r) =>
            r.Rights.Count >= q.Pairs.Count && r.Rights.Take(q.Pairs.Count).All(right => right is not null),
        (SeveralAnswersQuestion, SeveralAnswersResponse r) => r.Choices.Count > 0,
        (OneAnswerQuestion, OneAnswerResponse) or (TrueFalseQuestion, TrueFalseResponse) or (OrderingQuestion, OrderingResponse) => true,
        (NumberQuestion q, NumberResponse r) => q.CanRead(r.Text),
        (ShortAnswerQuestion, ShortAnswerResponse r) => !string.IsNullOrWhiteSpace(r.Text),
        _ => false,
    };

    /// <summary>Something was typed for a number, and cannot be read as one.</summary>
    public static bool IsUnreadable(Question question, Response? response) =>
        (question, response) is (NumberQuestion number, NumberResponse typed)
            && !string.IsNullOrWhiteSpace(typed.Text)
            && !number.CanRead(typed.Text);

    /// <summary>What was answered, one line a part; empty without an answer.</summary>
    public static IReadOnlyList<string> InWords(Question question, Response? response) => (question, response) switch
    {
        (OneAnswerQuestion q, OneAnswerResponse r) => Texts(q.Choices, [r.Choice]),
        (SeveralAnswersQuestion q, SeveralAnswersResponse r) => Texts(q.Choices, r.Choices.Order()),
        (TrueFalseQuestion, TrueFalseResponse r) => [TrueOrFalse(r.Answer)],
        (NumberQuestion q, NumberResponse r) when !string.IsNullOrWhiteSpace(r.Text) => [WithUnit(r.Text.Trim(), q.Unit)],
        (ShortAnswerQuestion, ShortAnswerResponse r) when !string.IsNullOrWhiteSpace(r.Text) => [r.Text.Trim()],
        (MatchingQuestion q, MatchingResponse r) => [.. q.Pairs.Select(
            (pair, left) => Pair(pair.Left, q.Pairs.ElementAtOrDefault(r.Rights.ElementAtOrDefault(left) ?? -1)?.Right))],
        (OrderingQuestion q, OrderingResponse r) => [.. r.Items.Select(q.Items.ElementAtOrDefault).OfType<string>()],
        _ => [],
    };

    /// <summary>
    /// The right answer. Only for pages that may show it: after a graded attempt was handed in, or on request in practice.
    /// </summary>
    public static IReadOnlyList<string> Right(Question question) => question switch
    {
        OneAnswerQuestion q => [.. q.Choices.Where(choice => choice.IsCorrect).Select(choice => choice.Text)],
        SeveralAnswersQuestion q => [.. q.Choices.Where(choice => choice.IsCorrect).Select(choice => choice.Text)],
        TrueFalseQuestion q => [TrueOrFalse(q.Answer)],
        NumberQuestion q => [WithUnit(Plain(q.Answer), q.Unit)],
        ShortAnswerQuestion q => [q.Accept[0]],
        MatchingQuestion q => [.. q.Pairs.Select(pair => Pair(pair.Left, pair.Right))],
        OrderingQuestion q => q.Items,
        _ => [],
    };

    /// <summary>All digits of a number, with a point before the decimals and nothing between thousands.</summary>
    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string TrueOrFalse(bool answer) => answer ? "True" : "False";

    private static string[] Texts(IReadOnlyList<Choice> choices, IEnumerable<int> picked) =>
        [.. picked.Distinct().Select(choices.ElementAtOrDefault).OfType<Choice>().Select(choice => choice.Text)];

    private static string Pair(string left, string? right) => $"{left} → {right ?? "nothing chosen"}";

    private static string WithUnit(string number, string? unit) =>
        unit is null || number.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? number : $"{number} {unit}";
}
