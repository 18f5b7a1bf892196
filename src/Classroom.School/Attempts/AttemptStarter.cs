using System.Security.Cryptography;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Begins attempts, or goes on with the one that is open.</summary>
public sealed class AttemptStarter(
    IDbContextFactory<ClassroomDbContext> contexts,
    QuizSource source,
    AttemptReader reader,
    AttemptService attempts,
    IPrerequisites prerequisites,
    SchoolCalendar calendar)
{
    /// <summary>The actor's open attempt, or a new one, for one assignment, which must be the actor's own and have a quiz.</summary>
    public async Task<Outcome<AttemptView>> StartOrResumeAsync(
        Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var slug = await db.Assignments.GivenTo(actor.UserId).WithQuiz()
            .Where(a => a.Id == assignmentId)
            .Select(a => a.Slug)
            .SingleOrDefaultAsync(cancellationToken);
        return slug is null
            ? new Refusal.NotFound()
            : await StartOrResumeAsync(actor, slug, AttemptMode.Graded, QuestionLevel.Core, assignmentId, cancellationToken);
    }

    /// <summary>
    /// The actor's open attempt at this quiz, of whatever level, or a new one. Two clicks at once give the same attempt. A graded one is for
    /// the assignment that she would mean, where her classes have one.
    /// </summary>
    /// <param name="level">Which questions a new attempt is drawn from.</param>
    public Task<Outcome<AttemptView>> StartOrResumeAsync(
        Actor actor, string slug, AttemptMode mode, QuestionLevel level, CancellationToken cancellationToken = default) =>
        StartOrResumeAsync(actor, slug, mode, level, assignmentId: null, cancellationToken);

    /// <summary>The same, where the student has chosen for which assignment.</summary>
    /// <param name="actor">Who takes it.</param>
    /// <param name="slug">Of the term.</param>
    /// <param name="mode">Practice is for no assignment.</param>
    /// <param name="level">Which questions a new attempt is drawn from.</param>
    /// <param name="assignmentId">The only assignment that a graded one is to be for; null where any will do.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Outcome<AttemptView>> StartOrResumeAsync(
        Actor actor,
        string slug,
        AttemptMode mode,
        QuestionLevel level,
        int? assignmentId,
        CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(mode) || !Enum.IsDefined(level))
        {
            return new Refusal.NotFound();
        }

        await attempts.HandInEndedAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (OwnQuiz.IsOwn(slug) && await RefuseAsync(db, actor, slug, mode, cancellationToken) is { } notHers)
        {
            return notHers;
        }

        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        if (await source.DrawAsync(db, slug, level, seed, cancellationToken) is not { } drawn)
        {
            return new Refusal.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPersonAsync(actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        if (await db.Attempts.OpenFor(actor, slug, mode).SingleOrDefaultAsync(cancellationToken) is { } resumed)
        {
            if (assignmentId is not null && resumed.AssignmentId != assignmentId)
            {
                return new Refusal.Conflict("You have begun this quiz for another assignment. Hand that one in first.");
            }

            if (await reader.ToViewAsync(db, resumed, cancellationToken) is { Questions.Count: > 0 } view)
            {
                return view with { IsResumed = true };
            }

            // All its questions have left the bank: there is nothing to answer, and no new attempt could begin beside it.
            await db.Attempts.Where(attempt => attempt.Id == resumed.Id && attempt.SubmittedUtc == null)
                .ExecuteDeleteAsync(cancellationToken);
        }

        if (drawn.Count == 0)
        {
            return new Refusal.Conflict("All questions of this quiz have been removed, so it cannot be started. Tell your teacher.");
        }

        var started = calendar.NowUtc;
        var chosen = new AssignedQuizzes.Chosen(null, null);
        if (mode == AttemptMode.Graded)
        {
            var outcome = await AssignedQuizzes.ChooseAsync(
                db, actor, slug, assignmentId, calendar, prerequisites, cancellationToken);
            if (!outcome.Succeeded)
            {
                return outcome.Refusal;
            }

            chosen = outcome.Value;
        }

        var attempt = new Attempt
        {
            UserId = actor.UserId,
            Slug = slug,
            Mode = mode,
            AssignmentId = chosen.AssignmentId,
            Seed = seed,
            StartedUtc = started,
            EndsUtc = chosen.Allowance?.EndsUtc(started),
        };
        attempt.Answers.AddRange(drawn.Select((questionId, place) => new AttemptAnswer { QuestionId = questionId, Place = place }));
        db.Attempts.Add(attempt);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await reader.ToViewAsync(db, attempt, cancellationToken);
    }

    /// <summary>Terms' quizzes are for everybody; one that a teacher made is for whoever she gives it to.</summary>
    private static async Task<Refusal?> RefuseAsync(
        ClassroomDbContext db, Actor actor, string slug, AttemptMode mode, CancellationToken cancellationToken) =>
        await QuizEntrance.FindAsync(db, actor, slug, cancellationToken) switch
        {
            null => new Refusal.NotFound(),
            { MayTake: false } => new Refusal.Conflict("This quiz is no longer assigned to you, so you cannot start it again."),
            { MayPractice: false } when mode == AttemptMode.Practice =>
                new Refusal.Conflict("Your teacher has not opened this quiz for practice. Take it as a graded quiz."),
            _ => null,
        };
}
