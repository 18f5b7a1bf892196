namespace Classroom.Curriculum.Quizzes;

/// <summary>
/// An answer that a teacher accepts beside the right one. It is a second key: a response earns what the better of the two keys gives it.
/// </summary>
public static class OtherKey
{
    /// <summary>What a response earns by an accepted answer alone, by the rules of <see cref="Grading"/>; 0 to 1.</summary>
    public static double Score(Question question, Response accepted, Response? response) => (question, accepted, response) switch
    {
        (OneAnswerQuestion q, OneAnswerResponse a, _) =>
            Grading.Grade(q with { Choices = Keyed(q.Choices, [a.Choice]) }, response).Score,
        (SeveralAnswersQuestion q, SeveralAnswersResponse a, _) =>
            Grading.Grade(q with { Choices = Keyed(q.Choices, a.Choices) }, response).Score,
        (TrueFalseQuestion q, TrueFalseResponse a, _) => Grading.Grade(q with { Answer = a.Answer }, response).Score,
        (NumberQuestion q, NumberResponse a, _) => TypedNumber.Read(a.Text, q.Unit)
            .Select(value => Grading.Grade(q with { Answer = value }, response).Score).DefaultIfEmpty().Max(),
        (ShortAnswerQuestion q, ShortAnswerResponse a, _) => Grading.Grade(q with { Accept = [a.Text] }, response).Score,
        (MatchingQuestion q, MatchingResponse a, MatchingResponse r) => Grading.Grade(q, Translated(a, r)).Score,
        (OrderingQuestion q, OrderingResponse a, OrderingResponse r) => Grading.Grade(
            q, new OrderingResponse([.. r.Items.Select(item => a.Items.ToList().IndexOf(item))])).Score,
        _ => 0,
    };

    /// <summary>Why a response cannot be accepted, for teachers; null where it can.</summary>
    public static string? Fault(Question question, Response accepted)
    {
        var wrong = (question, accepted) switch
        {
            (OneAnswerQuestion q, OneAnswerResponse a) => IsIn(q.Choices, a.Choice) ? null : "Choose one of the question's choices.",
            (SeveralAnswersQuestion q, SeveralAnswersResponse a) =>
                a.Choices.Count > 0 && a.Choices.All(choice => IsIn(q.Choices, choice))
                    ? null : "Choose one or more of the question's choices.",
            (TrueFalseQuestion, TrueFalseResponse) => null,
            (NumberQuestion q, NumberResponse a) => TypedNumber.Read(a.Text, q.Unit).Count switch
            {
                0 => TypedNumber.HowToWrite,
                1 => null,
                _ => $"\"{a.Text}\" can be read in two ways. Write the number without a separator between thousands.",
            },
            (ShortAnswerQuestion, ShortAnswerResponse a) => TypedAnswer.ToKey(a.Text).Length > 0 ? null : "Type the answer to accept.",
            (MatchingQuestion q, MatchingResponse a) =>
                a.Rights.Count == q.Pairs.Count && a.Rights.All(right => right >= 0 && right < q.Pairs.Count)
                    ? null : "Match every item to accept that as an answer.",
            (OrderingQuestion q, OrderingResponse a) =>
                a.Items.Order().SequenceEqual(Enumerable.Range(0, q.Items.Count))
                    ? null : "Put every item in order to accept that as an answer.",
            _ => "This is not an answer to this kind of question.",
        };
        return wrong ?? (Grading.Grade(question, accepted).IsCorrect ? "This answer is right already." : null);
    }

    private static bool IsIn(IReadOnlyList<Choice> choices, int choice) => choice >= 0 && choice < choices.Count;

    private static IReadOnlyList<Choice> Keyed(IReadOnlyList<Choice> choices, IReadOnlyList<int> right) =>
        [.. choices.Select((choice, index) => choice with { IsCorrect = right.Contains(index) })];

    // Grading knows a pair by its place: what matches the accepted answer stands there for the right partner.
    private static MatchingResponse Translated(MatchingResponse accepted, MatchingResponse response) => new(
        [.. accepted.Rights.Select((right, left) => left < response.Rights.Count && response.Rights[left] == right ? left : (int?)null)]);
}
