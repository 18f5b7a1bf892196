using Classroom.Curriculum.Quizzes;
using Classroom.School.People;
using Classroom.School.Questions;
using Classroom.School.Review;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Sittings of quizzes: drawn once, every answer kept as it is given, graded once.</summary>
public sealed class AttemptService(
    IDbContextFactory<ClassroomDbContext> contexts, QuizSource source, AttemptReader reader, SchoolCalendar calendar)
{
    /// <summary>Keeps an answer as given; null takes it back. Only for one's own open attempt.</summary>
    public async Task<Refusal?> SaveAnswerAsync(
        Actor actor, int attemptId, string questionId, Response? response, CancellationToken cancellationToken = default)
    {
        string? json;
        try
        {
            json = response is null ? null : ResponseJson.Write(response);
        }
        catch (ArgumentException tooLong)
        {
            return new Refusal.Invalid(questionId, tooLong.Message);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        DateTime? now = calendar.NowUtc;
        if (await db.LockOpenAsync(actor, attemptId, now, calendar, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var saved = await db.AttemptAnswers
            .Where(answer => answer.AttemptId == attemptId && answer.QuestionId == questionId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(answer => answer.ResponseJson, json)
                    .SetProperty(answer => answer.SavedUtc, now)
                    .SetProperty(answer => answer.IsChecked, answer => answer.IsChecked && answer.ResponseJson == json),
                cancellationToken);
        if (saved == 0)
        {
            return OpenAttempts.NotDrawn(questionId);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Notes which question is in view.</summary>
    public async Task MoveToAsync(Actor actor, int attemptId, int place, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Attempts
            .Where(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId && attempt.SubmittedUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.Place, place), cancellationToken);
    }

    /// <summary>
    /// Grades one's own attempt. Submitting again, also at the same moment, changes nothing and gives the same result. After its
    /// time is up, what had been saved by then is handed in as of that moment.
    /// </summary>
    public Task<Outcome<AttemptView>> SubmitAsync(Actor actor, int attemptId, CancellationToken cancellationToken = default) =>
        SubmitAsync(actor, attemptId, onlyEnded: false, cancellationToken);

    /// <param name="onlyEnded">Leaves an attempt alone that has been given more time since somebody looked.</param>
    private async Task<Outcome<AttemptView>> SubmitAsync(
        Actor actor, int attemptId, bool onlyEnded, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            DateTime? now = calendar.NowUtc;
            var mine = db.Attempts.Where(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId);
            var first = await mine.Where(attempt => attempt.SubmittedUtc == null && (!onlyEnded || attempt.EndsUtc <= now))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(
                        attempt => attempt.SubmittedUtc,
                        attempt => attempt.EndsUtc == null || attempt.EndsUtc >= now ? now
                            : attempt.EndsUtc < attempt.StartedUtc ? attempt.StartedUtc
                            : attempt.EndsUtc),
                    cancellationToken);
            if (first == 1)
            {
                var attempt = await mine.Include(attempt => attempt.Answers).SingleAsync(cancellationToken);
                var rules = await RegradeRules.ReadAsync(db, attempt.AssignmentId, cancellationToken);
                var quiz = await source.ReadQuizAsync(
                    db, attempt.Slug, [.. attempt.Answers.Select(answer => answer.QuestionId)], cancellationToken);
                GradeAnswers(attempt, quiz, rules);
                await db.SaveChangesAsync(cancellationToken);
                // The review asks questions of terms only.
                if (!OwnQuiz.IsOwn(attempt.Slug))
                {
                    var missed = attempt.Answers.Where(answer => answer.ResponseJson is not null && rules.ScoreOf(answer, quiz) < 1);
                    await db.MissAsync(
                        actor, attempt.Slug, missed.Select(answer => answer.QuestionId), attempt.SubmittedUtc!.Value, cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
                return await reader.ViewAsync(db, actor, attempt, cancellationToken);
            }
        }

        return await db.Attempts.AsNoTracking().Include(attempt => attempt.Answers)
            .SingleOrDefaultAsync(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId, cancellationToken) is { } submitted
            ? await reader.ViewAsync(db, actor, submitted, cancellationToken)
            : new Refusal.NotFound();
    }

    /// <summary>Hands in what is saved of attempts whose time is up. Nobody's call but the program's own.</summary>
    public Task HandInEndedAsync(CancellationToken cancellationToken = default) => HandInEndedAsync(userId: null, cancellationToken);

    /// <summary>The same for the actor's own attempts alone.</summary>
    public Task HandInEndedAsync(Actor actor, CancellationToken cancellationToken = default) =>
        HandInEndedAsync(actor.UserId, cancellationToken);

    /// <param name="userId">Of this person alone; null for everybody.</param>
    /// <param name="cancellationToken">Stops between two attempts.</param>
    private async Task HandInEndedAsync(int? userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ended = await db.Attempts.Ended(calendar.NowUtc).Where(attempt => userId == null || attempt.UserId == userId)
            .Select(attempt => new { attempt.Id, attempt.UserId })
            .ToListAsync(cancellationToken);
        foreach (var attempt in ended)
        {
            await SubmitAsync(new Actor(attempt.UserId, Role.Student), attempt.Id, onlyEnded: true, cancellationToken);
        }
    }

    private static void GradeAnswers(Attempt attempt, Quiz quiz, RegradeRules rules)
    {
        foreach (var answer in attempt.Answers)
        {
            if (quiz.Find(answer.QuestionId) is { } question)
            {
                answer.Score = Grading.Grade(question, ResponseJson.Read(answer.ResponseJson)).Score;
            }
        }

        // A question that has left the bank since the attempt began counts neither for nor against the student.
        attempt.Score = rules.ScoreOf(attempt, quiz);
    }
}
