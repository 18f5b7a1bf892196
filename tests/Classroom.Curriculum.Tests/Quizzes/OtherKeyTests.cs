using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Tests;

/// <summary>Answers that a teacher accepts, for each question of the curriculum and in figures.</summary>
public sealed class OtherKeyTests
{
    private static readonly Lazy<Curriculum> Terms = new(() => CurriculumLoader.Load(Curriculum.DefaultFolder));

    [Fact]
    public void An_accepted_answer_earns_everything_and_no_answer_earns_nothing()
    {
        foreach (var question in Terms.Value.Terms.SelectMany(term => term.Quiz?.Questions ?? []))
        {
            var wrong = Wrong(question);

            Assert.True(OtherKey.Fault(question, wrong) is null, question.Id);
            Assert.Equal((question.Id, 1.0), (question.Id, OtherKey.Score(question, wrong, wrong)));
            Assert.Equal((question.Id, 0.0), (question.Id, OtherKey.Score(question, wrong, null)));
            Assert.Equal(0, OtherKey.Score(question, new ShortAnswerResponse("x"), new NumberResponse("1")));
        }
    }

    [Fact]
    public void What_is_no_answer_to_the_question_or_right_already_cannot_be_accepted()
    {
        foreach (var question in Terms.Value.Terms.SelectMany(term => term.Quiz?.Questions ?? []))
        {
            foreach (var response in new Response[]
            {
                new OneAnswerResponse(-1), new OneAnswerResponse(99), new SeveralAnswersResponse([]), new SeveralAnswersResponse([0, 99]),
                new NumberResponse("many"), new NumberResponse("1,500"), new ShortAnswerResponse(" - "), new MatchingResponse([0, null]),
                new OrderingResponse([0, 0]),
            })
            {
                Assert.True(OtherKey.Fault(question, response) is not null, $"{question.Id}: {response}");
            }
        }
    }

    [Fact]
    public void Parts_of_an_accepted_answer_earn_what_they_would_of_the_right_one()
    {
        var ordering = Terms.Value.Terms.SelectMany(term => term.Quiz?.Questions ?? []).OfType<OrderingQuestion>().First();
        var count = ordering.Items.Count;
        var reversed = new OrderingResponse([.. Enumerable.Range(0, count).Reverse()]);
        int[] swapped = [.. Enumerable.Range(0, count).Reverse()];
        (swapped[0], swapped[1]) = (swapped[1], swapped[0]);
        var pairs = count * (count - 1) / 2;

        Assert.Equal(0, OtherKey.Score(ordering, reversed, new OrderingResponse([.. Enumerable.Range(0, count)])));
        Assert.Equal((pairs - 2) / (double)pairs, OtherKey.Score(ordering, reversed, new OrderingResponse(swapped)), 9);

        var matching = Terms.Value.Terms.SelectMany(term => term.Quiz?.Questions ?? []).OfType<MatchingQuestion>().First();
        var rotated = (MatchingResponse)Wrong(matching);
        var half = new MatchingResponse([rotated.Rights[0], .. rotated.Rights.Skip(1).Select(_ => (int?)null)]);
        Assert.Equal(1.0 / matching.Pairs.Count, OtherKey.Score(matching, rotated, half), 9);
    }

    private static Response Wrong(Question question) => question switch
    {
        OneAnswerQuestion one => new OneAnswerResponse(one.Choices.ToList().FindIndex(choice => !choice.IsCorrect)),
        SeveralAnswersQuestion several => new SeveralAnswersResponse([several.Choices.ToList().FindIndex(choice => !choice.IsCorrect)]),
        TrueFalseQuestion truth => new TrueFalseResponse(!truth.Answer),
        NumberQuestion number => new NumberResponse($"{Math.Ceiling(number.Answer + (number.Tolerance * 2)) + 7:0}"),
        ShortAnswerQuestion => new ShortAnswerResponse("Nothing of the kind"),
        MatchingQuestion matching => new MatchingResponse(
            [.. Enumerable.Range(1, matching.Pairs.Count).Select(right => (int?)(right % matching.Pairs.Count))]),
        OrderingQuestion ordering => new OrderingResponse([.. Enumerable.Range(0, ordering.Items.Count).Reverse()]),
        _ => throw new InvalidOperationException($"There is no wrong answer here yet for {question.GetType().Name}."),
    };
}
