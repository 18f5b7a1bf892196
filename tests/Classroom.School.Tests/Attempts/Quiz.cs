using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;

namespace Classroom.School.Tests;

/// <summary>Takes a quiz as a student would, whatever questions it holds.</summary>
internal static class Quiz
{
    public static Response RightAnswer(Question question) => question switch
    {
        OneAnswerQuestion one => new OneAnswerResponse(one.Choices.ToList().FindIndex(choice => choice.IsCorrect)),
        SeveralAnswersQuestion several => new SeveralAnswersResponse(
            [.. several.Choices.Select((choice, index) => (choice, index))
                .Where(pair => pair.choice.IsCorrect)
                .Select(pair => pair.index)]),
        TrueFalseQuestion yesNo => new TrueFalseResponse(yesNo.Answer),
        NumberQuestion number => new NumberResponse($"{number.Answer}"),
        ShortAnswerQuestion text => new ShortAnswerResponse(text.Accept[0]),
        MatchingQuestion matching => new MatchingResponse([.. Enumerable.Range(0, matching.Pairs.Count).Select(right => (int?)right)]),
        OrderingQuestion ordering => new OrderingResponse([.. Enumerable.Range(0, ordering.Items.Count)]),
        _ => throw new InvalidOperationException($"There is no right answer here yet for {question.GetType().Name}."),
    };

    /// <summary>An answer that no question accepts.</summary>
    public static Response WrongAnswer { get; } = new ShortAnswerResponse("whatever");

    public static async Task<AttemptView> StartAsync(
        TestSchool school, Actor actor, AttemptMode mode = AttemptMode.Graded, QuestionLevel level = QuestionLevel.Core) =>
        (await school.AttemptStarter.StartOrResumeAsync(actor, school.Term.Slug, mode, level, Ct)).Value!;

    public static async Task AnswerAsync(TestSchool school, Actor actor, AttemptView attempt, int questions)
    {
        foreach (var question in attempt.Questions.Take(questions).Select(question => question.Planned.Question))
        {
            Assert.Null(await school.Attempts.SaveAnswerAsync(actor, attempt.Id, question.Id, RightAnswer(question), Ct));
        }
    }

    /// <summary>A whole attempt with every answer right, or every one wrong.</summary>
    public static async Task<AttemptView> HandInAsync(TestSchool school, Actor actor, AttemptMode mode, bool right)
    {
        var attempt = await StartAsync(school, actor, mode);
        foreach (var question in attempt.Questions.Select(question => question.Planned.Question))
        {
            Assert.Null(
                await school.Attempts.SaveAnswerAsync(actor, attempt.Id, question.Id, right ? RightAnswer(question) : WrongAnswer, Ct));
        }

        return (await school.Attempts.SubmitAsync(actor, attempt.Id, Ct)).Value!;
    }

    /// <summary>An attempt in which nothing was answered.</summary>
    public static async Task<AttemptView> HandInEmptyAsync(TestSchool school, Actor actor, AttemptMode mode) =>
        (await school.Attempts.SubmitAsync(actor, (await StartAsync(school, actor, mode)).Id, Ct)).Value!;
}
