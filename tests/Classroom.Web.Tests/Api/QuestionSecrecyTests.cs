using System.Text.Json;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Features.Quizzes;

namespace Classroom.Web.Tests.Api;

/// <summary>
/// Nothing of what the API shows of a question depends on its answer: with the answer turned into another one, and shown alike, it
/// shows the same, for every question of every bank.
/// </summary>
public sealed class QuestionSecrecyTests(ClassroomHost host)
{
    private static readonly Dictionary<QuestionKind, string[]> Fields = new()
    {
        [QuestionKind.OneAnswer] = ["choices"],
        [QuestionKind.ReadChart] = ["chartHtml", "choices"],
        [QuestionKind.SeveralAnswers] = ["choices"],
        [QuestionKind.TrueFalse] = [],
        [QuestionKind.Number] = ["unit"],
        [QuestionKind.ShortAnswer] = [],
        [QuestionKind.Matching] = ["lefts", "rights"],
        [QuestionKind.Ordering] = ["items"],
    };

    private IReadOnlyList<Question> All =>
        [.. host.Get<Curriculum.Curriculum>().Terms.SelectMany(term => term.Quiz?.Questions ?? [])];

    [Fact]
    public void Another_answer_that_looks_alike_is_shown_alike()
    {
        Assert.True(All.Count > 200);
        Assert.Equal(Enum.GetValues<QuestionKind>(), All.Select(question => question.Kind).Distinct().Order());
        foreach (var planned in All.SelectMany(question => new[] { 1, 7, 99 }.Select(seed => AttemptPlan.Arrange(question, seed))))
        {
            var other = Disguise(planned);
            Assert.NotEqual(Solution(planned), Solution(other));
            Assert.Equal(Show(planned), Show(other));
        }
    }

    [Fact]
    public void Only_the_fields_of_its_kind_are_there_and_none_of_its_secrets()
    {
        foreach (var question in All)
        {
            var shown = JsonSerializer.Deserialize<JsonElement>(Show(AttemptPlan.Arrange(question, 7)));
            var names = shown.EnumerateObject().Select(field => field.Name).ToList();
            Assert.Empty(names.Except(["id", "kind", "prompt", "promptHtml", .. Fields[question.Kind]]));
            Assert.DoesNotContain(question.Explanation, Show(AttemptPlan.Arrange(question, 7)), StringComparison.Ordinal);
            Assert.DoesNotContain(question.Hint, Show(AttemptPlan.Arrange(question, 7)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_to_be_ordered_or_matched_is_never_shown_solved()
    {
        foreach (var planned in All.Where(question => question is OrderingQuestion or MatchingQuestion)
            .SelectMany(question => Enumerable.Range(0, 20).Select(seed => AttemptPlan.Arrange(question, seed))))
        {
            var shown = QuestionAnswer.From(planned);
            var solved = planned.Question is MatchingQuestion matching
                ? matching.Pairs.Select(pair => pair.Right)
                : ((OrderingQuestion)planned.Question).Items;
            Assert.NotEqual(solved, shown.Items ?? shown.Rights);
        }
    }

    private static string Show(PlannedQuestion planned) =>
        JsonSerializer.Serialize(QuestionAnswer.From(planned), JsonSerializerOptions.Web);

    /// <summary>The right answer in the places that are shown.</summary>
    private static string Solution(PlannedQuestion planned) => planned.Question switch
    {
        OneAnswerQuestion one => Places(one.Choices),
        SeveralAnswersQuestion several => Places(several.Choices),
        TrueFalseQuestion trueFalse => $"{trueFalse.Answer}",
        NumberQuestion number => $"{number.Answer}",
        ShortAnswerQuestion words => string.Join('|', words.Accept),
        MatchingQuestion or OrderingQuestion => string.Join(',', planned.Order),
        _ => throw new NotSupportedException(),
    };

    private static string Places(IReadOnlyList<Choice> choices) => string.Join(',', choices.Select(choice => $"{choice.IsCorrect}"));

    /// <summary>The question with another right answer, with all changed that is told afterward, and arranged to look the same.</summary>
    private static PlannedQuestion Disguise(PlannedQuestion planned)
    {
        var said = planned.Question with { Explanation = "Because.", Hint = "Think.", Objective = "Other" };
        return said switch
        {
            OneAnswerQuestion one => planned with { Question = one with { Choices = Turned(one.Choices) } },
            SeveralAnswersQuestion several => planned with { Question = several with { Choices = Turned(several.Choices) } },
            TrueFalseQuestion trueFalse => planned with { Question = trueFalse with { Answer = !trueFalse.Answer, Feedback = "No." } },
            NumberQuestion number => planned with
            {
                Question = number with { Answer = -number.Answer - 1, Tolerance = 5, Mistakes = [new(3, "No.")], Feedback = "No." },
            },
            ShortAnswerQuestion words => planned with { Question = words with { Accept = ["other"], Mistakes = [], Feedback = "No." } },
            MatchingQuestion matching => Rearranged(
                planned,
                order => matching with
                {
                    Pairs = [.. order.Select((right, left) =>
                        new MatchingPair(matching.Pairs[left].Left, matching.Pairs[right].Right, "No."))],
                }),
            OrderingQuestion ordering => Rearranged(
                planned, order => ordering with { Items = [.. order.Select(item => ordering.Items[item])], Feedback = "No." }),
            _ => throw new NotSupportedException(),
        };
    }

    // The next choice is right instead, and feedback is where there was none.
    private static IReadOnlyList<Choice> Turned(IReadOnlyList<Choice> choices) =>
    [
        .. choices.Select((choice, index) =>
        {
            var right = choices.All(other => other.IsCorrect == choices[0].IsCorrect)
                ? index > 0
                : choices[(index + choices.Count - 1) % choices.Count].IsCorrect;
            return choice with { IsCorrect = right, Feedback = right ? null : "No." };
        }),
    ];

    // The file has the parts in another order, which is now the right one; what stands at a place on the screen stays there.
    private static PlannedQuestion Rearranged(PlannedQuestion planned, Func<int[], Question> question)
    {
        int[] order = [.. Enumerable.Range(1, planned.Order.Count - 1), 0];
        return new() { Question = question(order), Order = [.. planned.Order.Select(item => Array.IndexOf(order, item))] };
    }
}
