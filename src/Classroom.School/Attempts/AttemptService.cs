using System.Security.Cryptography;
using Classroom.Curriculum.Quizzes;
using Classroom.School.People;
using Classroom.School.Review;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Sittings of quizzes: drawn once, every answer kept as it is given, graded once.</summary>
public sealed class AttemptService(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, AttemptReader reader, SchoolCalendar calendar)
{
    /// <summary>
    /// The actor's open attempt at this quiz, of whatever level, or a new one. Two clicks at once give the same attempt. A graded one is for
    /// the assignment that she would mean, where her classes have one.
    /// </summary>
    /// <param name="level">Which questions a new attempt is drawn from.</param>
    public async Task<Outcome<AttemptView>> StartOrResumeAsync(
        Actor actor, string slug, AttemptMode mode, QuestionLevel level, CancellationToken cancellationToken = default)
    {
        if (curriculum.Find(slug)?.Quiz is not { } quiz || !Enum.IsDefined(mode) || !Enum.IsDefined(level))
        {
            return new Refusal.NotFound();
        }

        await HandInClosedAsync(actor.UserId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = db.Attempts.OpenFor(actor, slug, mode);
        if (await open.SingleOrDefaultAsync(cancellationToken) is { } resumed)
        {
            if (resumed.Answers.Exists(answer => quiz.Find(answer.QuestionId) is not null))
            {
                return reader.ToView(resumed);
            }

            // All its questions have left the bank: there is nothing to answer, and no new attempt could begin beside it.
            await db.Attempts.Where(attempt => attempt.Id == resumed.Id && attempt.SubmittedUtc == null)
                .ExecuteDeleteAsync(cancellationToken);
        }

        int? assignmentId = null;
        if (mode == AttemptMode.Graded)
        {
            var chosen = await AssignedQuizzes.ChooseAsync(db, actor, slug, calendar, cancellationToken);
            if (!chosen.Succeeded)
            {
                return chosen.Refusal;
            }

            assignmentId = chosen.Value.AssignmentId;
        }

        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var started = new Attempt
        {
            UserId = actor.UserId,
            Slug = slug,
            Mode = mode,
            AssignmentId = assignmentId,
            Seed = seed,
            StartedUtc = calendar.NowUtc,
        };
        started.Answers.AddRange(AttemptPlan.Draw(quiz.For(level), seed)
            .Select((planned, place) => new AttemptAnswer { QuestionId = planned.Question.Id, Place = place }));
        db.Attempts.Add(started);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return reader.ToView(started);
        }
        catch (DbUpdateException)
        {
            // The index of open attempts let only one of two clicks through; anything else is a real error.
            db.ChangeTracker.Clear();
            if (await open.SingleOrDefaultAsync(cancellationToken) is { } faster)
            {
                return reader.ToView(faster);
            }

            throw;
        }
    }

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
        if (await db.LockOpenAsync(actor, attemptId, now, cancellationToken) is { } refusal)
        {
            return refusal is Refusal.Conflict && await ClosedUtcAsync(db, attemptId, cancellationToken) is { } closed
                ? AssignedQuizzes.Closed(closed, calendar)
                : refusal;
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
    /// assignment has closed, what had been saved by then is handed in as of that moment.
    /// </summary>
    public async Task<Outcome<AttemptView>> SubmitAsync(Actor actor, int attemptId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            var now = await ClosedUtcAsync(db, attemptId, cancellationToken) ?? calendar.NowUtc;
            var mine = db.Attempts.Where(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId);
            var first = await mine.Where(attempt => attempt.SubmittedUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.SubmittedUtc, (DateTime?)now), cancellationToken);
            if (first == 1)
            {
                var attempt = await mine.Include(attempt => attempt.Answers).SingleAsync(cancellationToken);
                GradeAnswers(attempt);
                await db.SaveChangesAsync(cancellationToken);
                var missed = attempt.Answers.Where(answer => answer is { ResponseJson: not null, Score: < 1 });
                await db.MissAsync(actor, attempt.Slug, missed.Select(answer => answer.QuestionId), now, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return reader.ToView(attempt) with
                {
                    AnswersFromUtc = await reader.AnswersFromAsync(db, actor, attempt, cancellationToken),
                };
            }
        }

        return await db.Attempts.AsNoTracking().Include(attempt => attempt.Answers)
            .SingleOrDefaultAsync(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId, cancellationToken) is { } submitted
            ? reader.ToView(submitted) with { AnswersFromUtc = await reader.AnswersFromAsync(db, actor, submitted, cancellationToken) }
            : new Refusal.NotFound();
    }

    /// <summary>Hands in what is saved of attempts whose assignments have closed since. Nobody's call but the program's own.</summary>
    public Task HandInClosedAsync(CancellationToken cancellationToken = default) => HandInClosedAsync(userId: null, cancellationToken);

    /// <param name="userId">Of this person alone; null for everybody.</param>
    /// <param name="cancellationToken">Stops between two attempts.</param>
    private async Task HandInClosedAsync(int? userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var closed = await db.Attempts.Closed(db, calendar.NowUtc).Where(attempt => userId == null || attempt.UserId == userId)
            .Select(attempt => new { attempt.Id, attempt.UserId })
            .ToListAsync(cancellationToken);
        foreach (var attempt in closed)
        {
            await SubmitAsync(new Actor(attempt.UserId, Role.Student), attempt.Id, cancellationToken);
        }
    }

    /// <summary>When the assignment of this attempt closed; null while it is open, and for an attempt that is handed in.</summary>
    private Task<DateTime?> ClosedUtcAsync(ClassroomDbContext db, int attemptId, CancellationToken cancellationToken)
    {
        var now = calendar.NowUtc;
        return db.Attempts.Where(attempt => attempt.Id == attemptId && attempt.SubmittedUtc == null)
            .Join(db.Assignments, attempt => attempt.AssignmentId, a => a.Id, (_, a) => a.ClosesUtc)
            .Where(closes => closes <= now)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private void GradeAnswers(Attempt attempt)
    {
        var quiz = curriculum.Find(attempt.Slug)?.Quiz;
        foreach (var answer in attempt.Answers)
        {
            if (quiz?.Find(answer.QuestionId) is { } question)
            {
                answer.Score = Grading.Grade(question, ResponseJson.Read(answer.ResponseJson)).Score;
            }
        }

        // A question that has left the bank since the attempt began counts neither for nor against the student.
        attempt.Score = attempt.Answers.Average(answer => answer.Score) ?? 0;
    }
}
