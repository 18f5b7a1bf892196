using Classroom.Curriculum.Quizzes;

namespace Classroom.School.ItemAnalysis;

/// <summary>Counts what was answered to a question: each choice, or where there are none the most frequent answers.</summary>
public static class GivenAnswers
{
    /// <summary>Of wrong answers that are no choices.</summary>
    public const int MostWrong = 5;

    private const int LongestText = 80;

    private static readonly bool[] TrueAndFalse = [true, false];

    /// <summary>Nothing was answered: left out, or emptied again.</summary>
    public static bool IsBlank(Response? response) => response switch
    {
        null => true,
        SeveralAnswersResponse several => several.Choices.Count == 0,
        NumberResponse number => string.IsNullOrWhiteSpace(number.Text),
        ShortAnswerResponse typed => string.IsNullOrWhiteSpace(typed.Text),
        MatchingResponse matching => matching.Rights.All(right => right is null),
        OrderingResponse ordering => ordering.Items.Count == 0,
        _ => false,
    };

    /// <summary>
    /// Choices in their order. Otherwise the right answers together, then the most frequent wrong ones: of typed answers the text without
    /// regard to case and spaces, of pairs each wrong pair, of an order the whole.
    /// </summary>
    public static IReadOnlyList<GivenAnswer> Count(Question question, IReadOnlyCollection<Response> responses) => question switch
    {
        OneAnswerQuestion one => Choices(
            one.Choices, responses.OfType<OneAnswerResponse>().Select(response => response.Choice)),
        SeveralAnswersQuestion several => Choices(
            several.Choices, responses.OfType<SeveralAnswersResponse>().SelectMany(response => response.Choices.Distinct())),
        TrueFalseQuestion truth =>
        [
            .. TrueAndFalse.Select(answer => new GivenAnswer(
                answer ? "True" : "False",
                responses.OfType<TrueFalseResponse>().Count(response => response.Answer == answer),
                answer == truth.Answer)),
        ],
        NumberQuestion number => Typed(question, responses.OfType<NumberResponse>().Select(response => (response.Text, (Response)response)))
            .WithRight(number.Unit is null ? $"{number.Answer}" : $"{number.Answer} {number.Unit}"),
        ShortAnswerQuestion typed =>
            Typed(question, responses.OfType<ShortAnswerResponse>().Select(response => (response.Text, (Response)response)))
                .WithRight(typed.Accept[0]),
        MatchingQuestion matching => Pairs(matching, [.. responses.OfType<MatchingResponse>()]),
        OrderingQuestion ordering => Typed(
                question, responses.OfType<OrderingResponse>().Select(response => (InWords(ordering, response), (Response)response)))
            .WithRight("The right order"),
        _ => [],
    };

    private static IReadOnlyList<GivenAnswer> Choices(IReadOnlyList<Choice> choices, IEnumerable<int> picked)
    {
        var counts = picked.CountBy(choice => choice).ToDictionary();
        return [.. choices.Select((choice, index) => new GivenAnswer(choice.Text, counts.GetValueOrDefault(index), choice.IsCorrect))];
    }

    private static (int Right, IEnumerable<GivenAnswer> Wrong) Typed(Question question, IEnumerable<(string Text, Response Response)> given)
    {
        var graded = given.Select(answer => (Text: Tidy(answer.Text), Grading.Grade(question, answer.Response).IsCorrect)).ToList();
        var wrong = graded.Where(answer => !answer.IsCorrect).Select(answer => answer.Text);
        return (graded.Count(answer => answer.IsCorrect), MostFrequent(wrong));
    }

    private static IReadOnlyList<GivenAnswer> WithRight(this (int Right, IEnumerable<GivenAnswer> Wrong) counted, string right) =>
        [new(right, counted.Right, IsRight: true), .. counted.Wrong];

    private static IReadOnlyList<GivenAnswer> Pairs(MatchingQuestion question, IReadOnlyList<MatchingResponse> responses)
    {
        var pairs = question.Pairs;
        var given = responses.SelectMany(response => response.Rights.Take(pairs.Count).Select((right, left) => (Left: left, Right: right)))
            .Where(pair => pair.Right >= 0 && pair.Right < pairs.Count)
            .Select(pair => (pair.Left, Right: pair.Right!.Value))
            .ToList();
        return
        [
            new("All pairs right", responses.Count(response => Grading.Grade(question, response).IsCorrect), IsRight: true),
            .. MostFrequent(given.Where(pair => pair.Left != pair.Right)
                .Select(pair => $"{pairs[pair.Left].Left} → {pairs[pair.Right].Right}")),
        ];
    }

    private static string InWords(OrderingQuestion question, OrderingResponse response) => string.Join(
        " → ", response.Items.Where(item => item >= 0 && item < question.Items.Count).Distinct().Select(item => question.Items[item]));

    private static IEnumerable<GivenAnswer> MostFrequent(IEnumerable<string> wrong) => wrong
        .GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(same => same.Count())
        .ThenBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
        .Take(MostWrong)
        .Select(same => new GivenAnswer(Shorten(same.Key), same.Count(), IsRight: false));

    private static string Shorten(string text) =>
        text.Length <= LongestText ? text
        : $"{text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]}…";

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
