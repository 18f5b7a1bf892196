using System.Security.Cryptography;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Begins attempts, or goes on with the one that is open.</summary>
public sealed class AttemptStarter(
    IDbContextFactory<ClassroomDbContext> contexts,
    Curriculum.Curriculum curriculum,
    AttemptReader reader,
    AttemptService attempts,
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
        if (curriculum.Find(slug)?.Quiz is not { } quiz || !Enum.IsDefined(mode) || !Enum.IsDefined(level))
        {
            return new Refusal.NotFound();
        }

        await attempts.HandInEndedAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
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

            if (resumed.Answers.Exists(answer => quiz.Find(answer.QuestionId) is not null))
            {
                return reader.ToView(resumed) with { IsResumed = true };
            }

            // All its questions have left the bank: there is nothing to answer, and no new attempt could begin beside it.
            await db.Attempts.Where(attempt => attempt.Id == resumed.Id && attempt.SubmittedUtc == null)
                .ExecuteDeleteAsync(cancellationToken);
        }

        var started = calendar.NowUtc;
        var chosen = new AssignedQuizzes.Chosen(null, null);
        if (mode == AttemptMode.Graded)
        {
            var outcome = await AssignedQuizzes.ChooseAsync(db, actor, slug, assignmentId, calendar, cancellationToken);
            if (!outcome.Succeeded)
            {
                return outcome.Refusal;
            }

            chosen = outcome.Value;
        }

        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
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
        attempt.Answers.AddRange(AttemptPlan.Draw(quiz.For(level), seed)
            .Select((planned, place) => new AttemptAnswer { QuestionId = planned.Question.Id, Place = place }));
        db.Attempts.Add(attempt);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return reader.ToView(attempt);
    }
}
