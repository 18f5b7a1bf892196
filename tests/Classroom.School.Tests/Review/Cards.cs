using Classroom.School.Review;

namespace Classroom.School.Tests;

/// <summary>Wrong answers, and what comes of them.</summary>
internal static class Cards
{
    public const double Stability = 12;

    /// <summary>Cards as they are after some reviews.</summary>
    public static async Task AddAsync(TestSchool school, Actor student, string slug, IEnumerable<string> questionIds, DateTime dueUtc)
    {
        await using var db = school.OpenContext();
        db.ReviewCards.AddRange(questionIds.Select(id => new ReviewCard
        {
            UserId = student.UserId,
            Slug = slug,
            QuestionId = id,
            Stability = Stability,
            Difficulty = 5,
            AskedUtc = school.Clock.Now,
            DueUtc = dueUtc,
        }));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Answers the first questions of a graded quiz wrongly and hands it in; gives their ids.</summary>
    public static async Task<IReadOnlyList<string>> MissAsync(TestSchool school, Actor student, int questions)
    {
        var attempt = await Quiz.StartAsync(school, student);
        var ids = attempt.Questions.Take(questions).Select(answered => answered.Planned.Question.Id).ToList();
        foreach (var id in ids)
        {
            Assert.Null(await school.Attempts.SaveAnswerAsync(student, attempt.Id, id, Quiz.WrongAnswer, Ct));
        }

        await school.Attempts.SubmitAsync(student, attempt.Id, Ct);
        return ids;
    }

    public static async Task<IReadOnlyList<string>> DueAsync(TestSchool school, Actor student) =>
        [.. (await school.Reviews.DueAsync(student, Ct)).Select(task => task.Question.Id)];

    public static async Task<ReviewResult> AnswerAsync(TestSchool school, Actor student, ReviewTask task, bool right) =>
        (await school.Reviews.AnswerAsync(student, task, right ? Quiz.RightAnswer(task.Question) : Quiz.WrongAnswer, Ct)).Value!;
}
