using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Tests;

/// <summary>One question of each kind.</summary>
internal static class Samples
{
    public static OneAnswerQuestion OneAnswer { get; } = new()
    {
        Id = "one",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Choices = Choices(4, right: [1]),
    };

    public static SeveralAnswersQuestion SeveralAnswers { get; } = new()
    {
        Id = "several",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Choices = Choices(4, right: [0, 2]),
    };

    public static TrueFalseQuestion TrueFalse { get; } = new()
    {
        Id = "true-false",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Answer = false,
        Feedback = "Not so.",
    };

    public static NumberQuestion Number { get; } = new()
    {
        Id = "number",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Answer = 0.75m,
        Tolerance = 0.005m,
        Unit = "m",
        Mistakes = [new(1.25m, "You added.")],
        Feedback = "Other number.",
    };

    public static ShortAnswerQuestion ShortAnswer { get; } = new()
    {
        Id = "short",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Accept = ["validation loss", "val loss"],
        Mistakes = [new("training loss", "That one falls.")],
        Feedback = "Think of new examples.",
    };

    public static MatchingQuestion Matching { get; } = MatchingOf(4);

    public static OrderingQuestion Ordering { get; } = OrderingOf(4);

    public static ReadChartQuestion ReadChart { get; } = new()
    {
        Id = "read-chart",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Choices = Choices(4, right: [2]),
        ChartHtml = "<figure></figure>",
        ChoicesAreRuns = false,
    };

    /// <summary>Every kind; a test sees to it that a new one is added.</summary>
    public static IReadOnlyList<Question> All { get; } = [
        OneAnswer, SeveralAnswers, TrueFalse, Number, ShortAnswer, Matching, Ordering, ReadChart
    ];

    public static IReadOnlyList<Choice> Choices(int count, params int[] right) =>
    [
        .. Enumerable.Range(0, count).Select(index => new Choice
        {
            Text = $"Choice {index}",
            IsCorrect = right.Contains(index),
            Feedback = right.Contains(index) ? null : $"Wrong {index}.",
        }),
    ];

    public static MatchingQuestion MatchingOf(int count) => new()
    {
        Id = "matching",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Pairs = [.. Enumerable.Range(0, count).Select(index => new MatchingPair($"Left {index}", $"Right {index}", $"No, left {index}."))],
    };

    public static OrderingQuestion OrderingOf(int count) => new()
    {
        Id = "ordering",
        Objective = "o",
        PromptHtml = "<p>?</p>",
        PromptText = "?",
        Hint = "h",
        Explanation = "e",
        Items = [.. Enumerable.Range(0, count).Select(index => $"Item {index}")],
        Feedback = "Start at the start.",
    };

    /// <summary>The wholly right response.</summary>
    public static Response Right(Question question) => question switch
    {
        OneAnswerQuestion one => new OneAnswerResponse(one.Choices.ToList().FindIndex(choice => choice.IsCorrect)),
        SeveralAnswersQuestion several =>
            new SeveralAnswersResponse([.. Enumerable.Range(0, several.Choices.Count).Where(index => several.Choices[index].IsCorrect)]),
        TrueFalseQuestion truth => new TrueFalseResponse(truth.Answer),
        NumberQuestion number => new NumberResponse(number.Answer.ToString()),
        ShortAnswerQuestion text => new ShortAnswerResponse(text.Accept[0]),
        MatchingQuestion matching => new MatchingResponse([.. Enumerable.Range(0, matching.Pairs.Count)]),
        OrderingQuestion ordering => new OrderingResponse([.. Enumerable.Range(0, ordering.Items.Count)]),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A new kind of question needs a right response here."),
    };
}
