using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Tests;

public sealed class GradingTests
{
    private static double Score(Question question, Response? response) => Grading.Grade(question, response).Score;

    private static string Feedback(Question question, Response? response) => Assert.Single(Grading.Grade(question, response).Feedback);

    [Theory]
    [InlineData("0.75")]
    [InlineData("0,75")]
    [InlineData(" .75 ")]
    [InlineData("+0.75")]
    [InlineData("7.5e-1")]
    [InlineData("0.745")]
    [InlineData("0.755")]
    [InlineData("0.75 m")]
    [InlineData("0.75M")]
    public void A_number_within_the_tolerance_is_right(string text) =>
        Assert.True(Grading.Grade(Samples.Number, new NumberResponse(text)).IsCorrect);

    [Theory]
    [InlineData("0.7449", "Other number.")]
    [InlineData("0.7551", "Other number.")]
    [InlineData("-0.75", "Other number.")]
    [InlineData("−0.75", "Other number.")]
    [InlineData("1.25", "You added.")]
    [InlineData("1,254", "You added.")]
    public void A_wrong_number_names_the_mistake(string text, string feedback) =>
        Assert.Equal(feedback, Feedback(Samples.Number, new NumberResponse(text)));

    [Theory]
    [InlineData("3/4")]
    [InlineData("1,23,456")]
    [InlineData("1.234,567.8,9")]
    [InlineData("0,123,456")]
    [InlineData("three")]
    [InlineData("1e99")]
    [InlineData("NaN")]
    [InlineData("0.75 cm")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999999999999")]
    public void What_is_no_number_gets_advice(string text) =>
        Assert.StartsWith("This cannot be read as a number.", Feedback(Samples.Number, new NumberResponse(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("12912")]
    [InlineData("12,912")]
    [InlineData("12.912")]
    [InlineData("12 912")]
    [InlineData("12\u00a0912")]
    [InlineData("12'912")]
    [InlineData("12,912.0")]
    [InlineData("+ 12.912,00")]
    public void A_separator_that_groups_costs_no_point(string text) =>
        Assert.True(Grading.Grade(Samples.Number with { Answer = 12912, Tolerance = 0 }, new NumberResponse(text)).IsCorrect);

    [Theory]
    [InlineData("-3")]
    [InlineData("- 3")]
    [InlineData("–3")]
    [InlineData("−3")]
    [InlineData("— 3.0")]
    public void A_minus_is_a_minus_however_it_was_typed(string text) =>
        Assert.True(Grading.Grade(Samples.Number with { Answer = -3, Tolerance = 0 }, new NumberResponse(text)).IsCorrect);

    [Theory]
    [InlineData("minutes", "3")]
    [InlineData("minutes", "3 min")]
    [InlineData("minutes", "3min.")]
    [InlineData("minutes", "3 mins")]
    [InlineData("minutes", "3 minute")]
    [InlineData("minutes", "3 Minutes")]
    [InlineData("%", "3%")]
    [InlineData("%", "3 percent")]
    [InlineData("mm", "3 millimeters")]
    public void The_unit_may_be_typed_or_not(string unit, string text) =>
        Assert.True(Grading.Grade(Samples.Number with { Answer = 3, Tolerance = 0, Unit = unit }, new NumberResponse(text)).IsCorrect);

    [Theory]
    [InlineData("minutes", "3 m")]
    [InlineData("minutes", "3 hours")]
    [InlineData("mm", "3 cm")]
    public void Another_unit_is_not_read(string unit, string text) =>
        Assert.StartsWith(
            "This cannot be read as a number.",
            Feedback(Samples.Number with { Answer = 3, Tolerance = 0, Unit = unit }, new NumberResponse(text)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("validation loss")]
    [InlineData("  Validation\tLoss. ")]
    [InlineData("validation-loss")]
    [InlineData("validationloss")]
    [InlineData("VAL LOSS")]
    public void A_short_answer_forgives_case_space_hyphens_and_a_full_stop(string text) =>
        Assert.True(Grading.Grade(Samples.ShortAnswer, new ShortAnswerResponse(text)).IsCorrect);

    [Theory]
    [InlineData("Training loss", "That one falls.")]
    [InlineData("loss", "Think of new examples.")]
    [InlineData(".", "Think of new examples.")]
    public void A_wrong_short_answer_names_the_mistake(string text, string feedback) =>
        Assert.Equal(feedback, Feedback(Samples.ShortAnswer, new ShortAnswerResponse(text)));

    [Fact]
    public void One_answer_is_right_or_names_the_mistake()
    {
        Assert.True(Grading.Grade(Samples.OneAnswer, new OneAnswerResponse(1)).IsCorrect);
        Assert.Equal("Wrong 2.", Feedback(Samples.OneAnswer, new OneAnswerResponse(2)));
        Assert.Equal("Not so.", Feedback(Samples.TrueFalse, new TrueFalseResponse(true)));
        Assert.True(Grading.Grade(Samples.TrueFalse, new TrueFalseResponse(false)).IsCorrect);
    }

    [Theory]
    [InlineData(new[] { 0, 2 }, 1)]
    [InlineData(new[] { 2, 0, 2, 0 }, 1)]
    [InlineData(new[] { 0 }, 0.5)]
    [InlineData(new[] { 0, 2, 1 }, 0.5)]
    [InlineData(new[] { 0, 1 }, 0)]
    [InlineData(new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 1, 3 }, 0)]
    public void Wrong_picks_cost_what_right_picks_earn(int[] picks, double score) =>
        Assert.Equal(score, Score(Samples.SeveralAnswers, new SeveralAnswersResponse(picks)));

    [Fact]
    public void Several_answers_name_each_wrong_pick_and_that_something_is_missing() =>
        Assert.Equal(
            ["Wrong 1.", "Wrong 3.", "Something that is right is still missing."],
            Grading.Grade(Samples.SeveralAnswers, new SeveralAnswersResponse([3, 1, 0])).Feedback);

    [Fact]
    public void Matching_earns_the_share_of_right_pairs()
    {
        var grade = Grading.Grade(Samples.Matching, new MatchingResponse([0, 2, 1, null]));

        Assert.Equal(0.25, grade.Score);
        Assert.Equal(["No, left 1.", "No, left 2.", "Not everything is matched yet."], grade.Feedback);
        Assert.Equal(0.25, Score(Samples.Matching, new MatchingResponse([0, 0, 0, 0])));
        Assert.Equal(0.5, Score(Samples.Matching, new MatchingResponse([0, 1])));
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, 1)]
    [InlineData(new[] { 1, 0, 2, 3 }, 4 / 6.0)]
    [InlineData(new[] { 1, 2, 3, 0 }, 0)]
    [InlineData(new[] { 3, 2, 1, 0 }, 0)]
    [InlineData(new[] { 0, 1, 2 }, 0.5)]
    [InlineData(new[] { 0, 1, 2, 3, 3, 9, -1 }, 1)]
    public void Ordering_earns_pairs_in_order_less_pairs_out_of_order(int[] items, double score) =>
        Assert.Equal(score, Score(Samples.Ordering, new OrderingResponse(items)));

    public static TheoryData<Question, Response> Nonsense => new()
    {
        { Samples.OneAnswer, new OneAnswerResponse(-1) },
        { Samples.OneAnswer, new OneAnswerResponse(int.MaxValue) },
        { Samples.OneAnswer, new TrueFalseResponse(true) },
        { Samples.SeveralAnswers, new SeveralAnswersResponse([99, -1]) },
        { Samples.Number, new NumberResponse(" ") },
        { Samples.ShortAnswer, new ShortAnswerResponse("") },
        { Samples.Matching, new MatchingResponse([9, -1, null, int.MinValue, 0, 0]) },
        { Samples.Ordering, new OrderingResponse([int.MinValue, 17]) },
        { Samples.Ordering, new SeveralAnswersResponse([0, 1, 2, 3]) },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void A_response_that_makes_no_sense_is_no_answer(Question question, Response response) =>
        Assert.Equal("There is no answer yet.", Feedback(question, response));

    [Fact]
    public void A_question_without_feedback_says_nothing_rather_than_an_empty_sentence()
    {
        (Question Question, Response Response)[] wrong =
        [
            (Samples.OneAnswer with { Choices = [.. Samples.OneAnswer.Choices.Select(choice => choice with { Feedback = null })] },
                new OneAnswerResponse(0)),
            (Samples.TrueFalse with { Feedback = "" }, new TrueFalseResponse(true)),
            (Samples.Ordering with { Feedback = "" }, new OrderingResponse([3, 2, 1, 0])),
            (Samples.Matching with { Pairs = [.. Samples.Matching.Pairs.Select(pair => pair with { Feedback = "" })] },
                new MatchingResponse([1, 0, 2, 3])),
        ];
        Assert.All(wrong, answer =>
        {
            var grade = Grading.Grade(answer.Question, answer.Response);
            Assert.False(grade.IsCorrect);
            Assert.Empty(grade.Feedback);
        });
    }
}
