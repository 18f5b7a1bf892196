using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>One question of each kind, arranged so that place and index in the file never agree.</summary>
internal static class QuizQuestions
{
    public static PlannedQuestion OneAnswer { get; } = Planned([2, 0, 1], new OneAnswerQuestion
    {
        Id = "one",
        Objective = "Pick",
        PromptHtml = "<p>Which one?</p>",
        PromptText = "Which one?",
        Hint = "The middle of the file.",
        Explanation = "Because the second is right.",
        Choices = [Wrong("first", "Not the first."), Right("second"), Wrong("third", "Not the third.")],
    });

    public static PlannedQuestion SeveralAnswers { get; } = Planned([3, 1, 2, 0], new SeveralAnswersQuestion
    {
        Id = "several",
        Objective = "Pick all",
        PromptHtml = "<p>Which ones?</p>",
        PromptText = "Which ones?",
        Hint = "Two of them.",
        Explanation = "The even ones.",
        Choices = [Right("zero"), Wrong("one", "One is odd."), Right("two"), Wrong("three", "Three is odd.")],
    });

    public static PlannedQuestion TrueFalse { get; } = Planned([], new TrueFalseQuestion
    {
        Id = "truth",
        Objective = "Decide",
        PromptHtml = "<p>Is it so?</p>",
        PromptText = "Is it so?",
        Hint = "No.",
        Explanation = "It is not so.",
        Answer = false,
        Feedback = "That is the usual mistake.",
    });

    public static PlannedQuestion Number { get; } = Planned([], new NumberQuestion
    {
        Id = "number",
        Objective = "Work out",
        PromptHtml = "<p>How many?</p>",
        PromptText = "How many?",
        Hint = "Multiply.",
        Explanation = "3 × 4 = 12.",
        Answer = 12.50m,
        Tolerance = 0,
        Unit = "steps",
        Mistakes = [new NumberMistake(7, "You added.")],
        Feedback = "Multiply the two.",
    });

    public static PlannedQuestion ShortAnswer { get; } = Planned([], new ShortAnswerQuestion
    {
        Id = "short",
        Objective = "Name",
        PromptHtml = "<p>What is it called?</p>",
        PromptText = "What is it called?",
        Hint = "Two words.",
        Explanation = "It is the validation loss.",
        Accept = ["validation loss", "val loss"],
        Mistakes = [],
        Feedback = "It is the other loss.",
    });

    public static PlannedQuestion Matching { get; } = Planned([1, 2, 0], new MatchingQuestion
    {
        Id = "match",
        Objective = "Match",
        PromptHtml = "<p>What goes with what?</p>",
        PromptText = "What goes with what?",
        Hint = "Start with the cat.",
        Explanation = "Animals and sounds.",
        Pairs = [new("cat", "meows", "A cat meows."), new("dog", "barks", "A dog barks."), new("cow", "moos", "A cow moos.")],
    });

    public static PlannedQuestion Ordering { get; } = Planned([2, 0, 1], new OrderingQuestion
    {
        Id = "order",
        Objective = "Order",
        PromptHtml = "<p>In which order?</p>",
        PromptText = "In which order?",
        Hint = "Forward comes first.",
        Explanation = "Forward, loss, backward.",
        Items = ["forward", "loss", "backward"],
        Feedback = "The loss needs the forward pass.",
    });

    public static PlannedQuestion ReadChart { get; } = Planned([1, 2, 0], new ReadChartQuestion
    {
        Id = "chart",
        Objective = "Read",
        PromptHtml = "<p>What does the chart show?</p>",
        PromptText = "What does the chart show?",
        Hint = "The dashed curve.",
        Explanation = "It climbs.",
        Choices = [Wrong("falls", "The solid curve falls."), Right("climbs"), Wrong("stays", "It moves.")],
        ChartHtml = "<figure class=\"run-chart\"><div role=\"img\" aria-label=\"Line chart.\"></div></figure>",
        ChoicesAreRuns = false,
    });

    private static PlannedQuestion Planned(IReadOnlyList<int> order, Question question) => new() { Question = question, Order = order };

    private static Choice Right(string text) => new() { Text = text, IsCorrect = true };

    private static Choice Wrong(string text, string feedback) => new() { Text = text, IsCorrect = false, Feedback = feedback };
}
