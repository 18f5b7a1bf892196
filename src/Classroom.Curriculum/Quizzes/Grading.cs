namespace Classroom.Curriculum.Quizzes;

/// <summary>Marks responses. Pure: the same question and response always give the same grade.</summary>
public static class Grading
{
    private const string NoAnswer = "There is no answer yet.";

    /// <summary>
    /// The grade of <paramref name="response"/>. No response, or one of another kind, scores 0.
    /// <list type="bullet">
    /// <item>One answer, also read off a chart, true or false, number, short answer: 1 or 0.</item>
    /// <item>Several answers: (right picks − wrong picks) / right choices, at least 0, so picking everything does not pay.</item>
    /// <item>Matching: the share of pairs matched rightly.</item>
    /// <item>Ordering: of all pairs of items, (in the right order − in the wrong order) / all, at least 0: Kendall's τ cut off at 0
    /// (M. G. Kendall, "A new measure of rank correlation", 1938). Reversed is 0, and a guess earns next to nothing.</item>
    /// </list>
    /// </summary>
    public static Grade Grade(Question question, Response? response) => (question, response) switch
    {
        (OneAnswerQuestion q, OneAnswerResponse r) when r.Choice >= 0 && r.Choice < q.Choices.Count => OneAnswer(q.Choices[r.Choice]),
        (SeveralAnswersQuestion q, SeveralAnswersResponse r) => SeveralAnswers(q, r),
        (TrueFalseQuestion q, TrueFalseResponse r) => r.Answer == q.Answer ? Right : Wrong(q.Feedback),
        (NumberQuestion q, NumberResponse r) when !string.IsNullOrWhiteSpace(r.Text) => Number(q, r.Text),
        (ShortAnswerQuestion q, ShortAnswerResponse r) when !string.IsNullOrWhiteSpace(r.Text) => ShortAnswer(q, r.Text),
        (MatchingQuestion q, MatchingResponse r) => Matching(q, r),
        (OrderingQuestion q, OrderingResponse r) => Ordering(q, r),
        _ => Wrong(NoAnswer),
    };

    private static Grade Right { get; } = new() { Score = 1, Feedback = [] };

    private static Grade Wrong(params IReadOnlyList<string> feedback) => Scored(0, feedback);

    // Questions that teachers bring along often have nothing to say to a wrong answer.
    private static Grade Scored(double score, IEnumerable<string> feedback) =>
        new() { Score = score, Feedback = [.. feedback.Where(sentence => sentence.Length > 0)] };

    private static Grade OneAnswer(Choice picked) => picked.IsCorrect ? Right : Wrong(picked.Feedback ?? "");

    private static Grade SeveralAnswers(SeveralAnswersQuestion question, SeveralAnswersResponse response)
    {
        var picked = response.Choices.Distinct().Where(index => index >= 0 && index < question.Choices.Count)
            .Order().Select(index => question.Choices[index]).ToList();
        if (picked.Count == 0)
        {
            return Wrong(NoAnswer);
        }
        var wanted = question.Choices.Count(choice => choice.IsCorrect);
        var right = picked.Count(choice => choice.IsCorrect);
        var wrong = picked.Count - right;
        var feedback = picked.Where(choice => !choice.IsCorrect).Select(choice => choice.Feedback ?? "");
        return Scored(
            Math.Max(0, (right - wrong) / (double)wanted),
            right < wanted ? feedback.Append("Something that is right is still missing.") : feedback);
    }

    private static Grade Number(NumberQuestion question, string text)
    {
        var values = TypedNumber.Read(text, question.Unit);
        if (values.Count == 0)
        {
            return Wrong(TypedNumber.HowToWrite);
        }

        // What was meant is what makes sense: no point is lost to a separator.
        bool Meets(decimal target) => values.Any(value => Math.Abs(value - target) <= question.Tolerance);

        return Meets(question.Answer)
            ? Right
            : Wrong(question.Mistakes.FirstOrDefault(mistake => Meets(mistake.Value))?.Feedback ?? question.Feedback);
    }

    private static Grade ShortAnswer(ShortAnswerQuestion question, string text)
    {
        var typed = TypedAnswer.ToKey(text);
        return question.Accept.Any(accepted => TypedAnswer.ToKey(accepted) == typed)
            ? Right
            : Wrong(question.Mistakes.FirstOrDefault(mistake => TypedAnswer.ToKey(mistake.Text) == typed)?.Feedback ?? question.Feedback);
    }

    private static Grade Matching(MatchingQuestion question, MatchingResponse response)
    {
        int? RightOf(int left) => left < response.Rights.Count ? response.Rights[left] : null;

        var pairs = question.Pairs;
        var wrong = Enumerable.Range(0, pairs.Count).Where(left => RightOf(left) != left).ToList();
        var tried = wrong.Where(left => RightOf(left) is { } right && right >= 0 && right < pairs.Count).ToList();
        var feedback = tried.Select(left => pairs[left].Feedback);
        return Scored(
            (pairs.Count - wrong.Count) / (double)pairs.Count,
            wrong.Count == pairs.Count && tried.Count == 0 ? [NoAnswer]
                : tried.Count < wrong.Count ? feedback.Append("Not everything is matched yet.")
                : feedback);
    }

    private static Grade Ordering(OrderingQuestion question, OrderingResponse response)
    {
        var count = question.Items.Count;
        var given = response.Items.Distinct().Where(item => item >= 0 && item < count).ToList();
        if (given.Count == 0)
        {
            return Wrong(NoAnswer);
        }
        // Each pair that is there counts +1 or −1; pairs with a missing item count for nothing.
        var balance = 0;
        for (var later = 1; later < given.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                balance += given[earlier] < given[later] ? 1 : -1;
            }
        }
        var all = count * (count - 1) / 2;
        return balance == all ? Right : Scored(Math.Max(0, balance / (double)all), [question.Feedback]);
    }
}
