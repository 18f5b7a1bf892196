using Classroom.Curriculum.Quizzes;
using Classroom.School.Questions;
using Classroom.School.Review;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>What a practice attempt tells before it is handed in: whether an answer is right, and the right answer on request.</summary>
public sealed class PracticeService(IDbContextFactory<ClassroomDbContext> contexts, QuizSource source, SchoolCalendar calendar)
{
    /// <summary>Notes that the stored answer was checked. A question that is wrong at its first check goes to the review.</summary>
    public Task<Refusal?> CheckAsync(Actor actor, int attemptId, string questionId, CancellationToken cancellationToken = default) =>
        PracticeAsync(
            actor,
            attemptId,
            questionId,
            (answer, score) =>
            {
                answer.IsChecked = answer.ResponseJson is not null;
                answer.FirstCheckScore ??= answer.IsChecked ? score : null;
            },
            cancellationToken);

    /// <summary>Notes that the right answer was asked for. Without a check before, the question was not known.</summary>
    public Task<Refusal?> ShowAnswerAsync(Actor actor, int attemptId, string questionId, CancellationToken cancellationToken = default) =>
        PracticeAsync(
            actor,
            attemptId,
            questionId,
            (answer, _) =>
            {
                answer.IsShown = true;
                answer.FirstCheckScore ??= 0;
            },
            cancellationToken);

    private async Task<Refusal?> PracticeAsync(
        Actor actor, int attemptId, string questionId, Action<AttemptAnswer, double> note, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        DateTime? now = calendar.NowUtc;
        if (await db.LockOpenAsync(actor, attemptId, now, calendar, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var attempt = await db.Attempts.Include(a => a.Answers.Where(answer => answer.QuestionId == questionId))
            .SingleAsync(a => a.Id == attemptId, cancellationToken);
        if (attempt.Mode != AttemptMode.Practice)
        {
            return new Refusal.Invalid(questionId, "In a graded quiz nothing is told before it is handed in.");
        }

        var given = await source.ReadAsync(db, [(attempt.Slug, questionId)], cancellationToken);
        if (attempt.Answers is not [var answer] || given.Find(attempt.Slug, questionId) is not { } question)
        {
            return OpenAttempts.NotDrawn(questionId);
        }

        var before = answer.FirstCheckScore;
        note(answer, Grading.Grade(question, ResponseJson.Read(answer.ResponseJson)).Score);
        await db.SaveChangesAsync(cancellationToken);
        if (before is null && answer.FirstCheckScore < 1 && !OwnQuiz.IsOwn(attempt.Slug))
        {
            await db.MissAsync(actor, attempt.Slug, [questionId], now.Value, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
