using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.ItemAnalysis;

namespace Classroom.School.Tests;

/// <summary>What was answered, counted.</summary>
public sealed class GivenAnswersTests
{
    [Fact]
    public void Each_choice_is_counted_in_its_order_whether_it_was_taken_or_not() =>
        Assert.Equal(
            [new("iron", 2, false), new("cork", 1, true), new("lead", 0, false)],
            Count("Which floats?{~iron =cork ~lead}", Picked(0), Picked(1), Picked(0), Picked(9), new TrueFalseResponse(true)));

    [Fact]
    public void Where_several_can_be_picked_each_counts_once_for_an_attempt() =>
        Assert.Equal(
            [new("cork", 2, true), new("ice", 1, true), new("iron", 1, false)],
            Count(
                "Which float?{~%50%cork ~%50%ice ~%-50%iron}",
                new SeveralAnswersResponse([0, 0, 2]),
                new SeveralAnswersResponse([0, 1])));

    [Fact]
    public void True_and_false_are_counted() =>
        Assert.Equal(
            [new("True", 1, false), new("False", 2, true)],
            Count("It rains.{F}", new TrueFalseResponse(true), new TrueFalseResponse(false), new TrueFalseResponse(false)));

    [Fact]
    public void Typed_answers_are_put_together_without_regard_to_case_and_spaces_and_the_most_frequent_wrong_ones_named()
    {
        string[] typed = ["water", " Water.", "oil", "OIL", "a  b", "A b", "a b", "x1", "x2", "x3", "x4", new string('y', 200)];
        var counted = Count("What freezes?{=water =H2O}", [.. typed.Select(text => new ShortAnswerResponse(text))]);
        Assert.Equal(new("water", 2, IsRight: true), counted[0]);
        Assert.Equal(
            [("a b", 3), ("oil", 2)], counted.Skip(1).Take(2).Select(answer => (answer.Text.ToLowerInvariant(), answer.Count)));
        Assert.Equal(1 + GivenAnswers.MostWrong, counted.Count);
    }

    [Fact]
    public void A_long_text_is_cut() =>
        Assert.Equal(81, Count("What freezes?{=water}", new ShortAnswerResponse(new string('y', 200)))[1].Text.Length);

    [Fact]
    public void Numbers_are_right_within_the_tolerance() =>
        Assert.Equal(
            [new("5", 2, true), new("7", 1, false)],
            Count("2 + 3?{#5:0.5}", new NumberResponse("5"), new NumberResponse("5.4"), new NumberResponse("7")));

    [Fact]
    public void Wrong_pairs_and_wrong_orders_are_named()
    {
        Assert.Equal(
            [new("All pairs right", 1, true), new("a → 2", 2, false), new("b → 1", 1, false)],
            Count(
                "Match.{=a -> 1 =b -> 2 =c -> 3}",
                new MatchingResponse([0, 1, 2]),
                new MatchingResponse([1, 0, 2]),
                new MatchingResponse([1, null, 9])));
        Assert.Equal(
            [new("The right order", 1, true), new("b → a → c", 2, false)],
            Count(
                "Order.{>3 ALL\na\nb\nc}",
                new OrderingResponse([0, 1, 2]),
                new OrderingResponse([1, 0, 2]),
                new OrderingResponse([1, 0, 0, 7, 2])));
    }

    [Fact]
    public void An_answer_that_was_taken_back_is_blank()
    {
        Response?[] blank =
        [
            null, new SeveralAnswersResponse([]), new NumberResponse(" "), new ShortAnswerResponse(""), new MatchingResponse([null, null]),
            new OrderingResponse([]),
        ];
        Assert.All(blank, response => Assert.True(GivenAnswers.IsBlank(response)));
        Assert.False(GivenAnswers.IsBlank(Picked(0)));
        Assert.False(GivenAnswers.IsBlank(new MatchingResponse([null, 1])));
    }

    private static OneAnswerResponse Picked(int choice) => new(choice);

    private static IReadOnlyList<GivenAnswer> Count(string gift, params Response[] responses) =>
        GivenAnswers.Count(GiftReader.Read(gift).Questions.Single().Question, responses);
}
