using CsCheck;

namespace Classroom.Curriculum.Tests;

/// <summary>What holds for the grade of every question and response.</summary>
public sealed class GradingPropertyTests
{
    private static readonly Gen<int[]> Indexes = Gen.Int[-2, 9].Array[0, 12];

    private static readonly Gen<Response> AnyResponse = Gen.OneOf(
        Gen.Int[-2, 9].Select(choice => (Response)new OneAnswerResponse(choice)),
        Indexes.Select(picks => (Response)new SeveralAnswersResponse(picks)),
        Gen.Bool.Select(answer => (Response)new TrueFalseResponse(answer)),
        Gen.String.Select(text => (Response)new NumberResponse(text)),
        Gen.Double.Select(number => (Response)new NumberResponse(number.ToString())),
        Gen.String.Select(text => (Response)new ShortAnswerResponse(text)),
        Indexes.Select(rights => (Response)new MatchingResponse([.. rights.Select(right => right < 0 ? (int?)null : right)])),
        Indexes.Select(items => (Response)new OrderingResponse(items)));

    private static readonly Gen<SeveralAnswersQuestion> SeveralAnswers = Gen.Bool.Array[2, 8]
        .Where(right => right.Contains(true) && right.Contains(false))
        .Select(right => Samples.SeveralAnswers with { Choices = Samples.Choices(right.Length, [.. Enumerable.Range(0, right.Length).Where(index => right[index])]) });

    private static readonly Gen<Question> AnyQuestion = Gen.OneOf(
        Gen.Int[0, Samples.All.Count - 1].Select(index => Samples.All[index]),
        SeveralAnswers.Select(question => (Question)question),
        Gen.Int[3, 8].Select(count => (Question)Samples.MatchingOf(count)),
        Gen.Int[3, 8].Select(count => (Question)Samples.OrderingOf(count)));

    private static double Score(Question question, Response? response) => Grading.Grade(question, response).Score;

    [Fact]
    public void The_right_response_scores_one_without_feedback() =>
        AnyQuestion.Sample(question =>
        {
            var grade = Grading.Grade(question, Samples.Right(question));
            return grade is { Score: 1, IsCorrect: true, Feedback.Count: 0 };
        });

    [Fact]
    public void No_response_scores_zero() =>
        AnyQuestion.Sample(question => Grading.Grade(question, null) is { Score: 0, IsCorrect: false, Feedback.Count: 1 });

    [Fact]
    public void Any_response_scores_within_zero_and_one_and_only_the_right_one_has_no_feedback() =>
        Gen.Select(AnyQuestion, AnyResponse).Sample((question, response) =>
        {
            var grade = Grading.Grade(question, response);
            return grade.Score is >= 0 and <= 1 && grade.IsCorrect == (grade.Feedback.Count == 0) && grade.Feedback.All(line => line.Length > 0);
        });

    [Fact]
    public void One_more_right_pick_never_costs_and_one_more_wrong_pick_never_pays() =>
        Gen.Select(SeveralAnswers, Indexes, Gen.Int[0, 7]).Sample((question, picks, another) =>
        {
            var choice = another % question.Choices.Count;
            var without = picks.Where(pick => pick != choice).ToArray();
            var before = Score(question, new SeveralAnswersResponse(without));
            var after = Score(question, new SeveralAnswersResponse([.. without, choice]));
            return question.Choices[choice].IsCorrect ? after >= before : after <= before;
        });

    [Fact]
    public void Mending_one_match_earns_exactly_one_share() =>
        Gen.Int[3, 8].SelectMany(count => Gen.Select(Gen.Const(count), Gen.Int[0, count - 1].Array[count], Gen.Int[0, count - 1])).Sample((count, rights, mended) =>
        {
            var question = Samples.MatchingOf(count);
            var wrong = rights.Select((right, left) => left == mended ? (int?)null : right).ToArray();
            var better = rights.Select((right, left) => left == mended ? left : (int?)right).ToArray();
            return Math.Abs(Score(question, new MatchingResponse(better)) - Score(question, new MatchingResponse(wrong)) - 1.0 / count) < 1e-12;
        });

    [Fact]
    public void Swapping_two_neighbours_into_order_never_costs() =>
        Gen.Int[3, 8].SelectMany(count => Gen.Select(Gen.Shuffle(Enumerable.Range(0, count).ToArray()), Gen.Int[0, count - 2])).Sample((items, place) =>
        {
            var question = Samples.OrderingOf(items.Length);
            var swapped = items.ToArray();
            (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
            var (worse, better) = items[place] < items[place + 1] ? (swapped, items) : (items, swapped);
            return Score(question, new OrderingResponse(better)) >= Score(question, new OrderingResponse(worse));
        });

    [Fact]
    public void Where_things_stood_on_the_screen_never_changes_a_score() =>
        Gen.Select(SeveralAnswers, Gen.Int, Gen.Int, Indexes).Sample((question, seed, otherSeed, picks) =>
        {
            // The same choices clicked on two differently shuffled screens.
            Response Clicked(PlannedQuestion planned) => new SeveralAnswersResponse(
                [.. Enumerable.Range(0, planned.Order.Count).Where(place => picks.Contains(planned.Order[place])).Select(place => planned.Order[place])]);

            return Score(question, Clicked(AttemptPlan.Arrange(question, seed))) == Score(question, Clicked(AttemptPlan.Arrange(question, otherSeed)));
        });

    [Fact]
    public void Grading_twice_gives_the_same() =>
        Gen.Select(AnyQuestion, AnyResponse).Sample((question, response) =>
            Grading.Grade(question, response).Feedback.SequenceEqual(Grading.Grade(question, response).Feedback)
            && Score(question, response) == Score(question, response));
}
