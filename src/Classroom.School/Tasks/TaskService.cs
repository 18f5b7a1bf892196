using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tasks;

/// <summary>Takes the runs that students hand in for lab tasks.</summary>
public sealed class TaskService(
    IDbContextFactory<ClassroomDbContext> contexts, IPrerequisites prerequisites, SchoolCalendar calendar)
{
    private static readonly Refusal CannotBeHandedIn = new Refusal.Invalid(
        "run",
        "This run cannot be handed in. Choose one that you trained after the task was given, that has ended, and that has at least one "
            + "whole epoch.");

    /// <summary>
    /// One of the actor's own runs, for a task of hers. Handing in the same run again, also at the same moment, changes nothing and gives
    /// the same result.
    /// </summary>
    /// <param name="actor">The student.</param>
    /// <param name="assignmentId">The task.</param>
    /// <param name="runId">A run that has ended, and so never changes.</param>
    /// <param name="values">What it measured; whoever calls has measured it. None where it could not be.</param>
    /// <param name="cancellationToken">Stores nothing.</param>
    public async Task<Outcome<TaskHandIn>> HandInAsync(
        Actor actor, int assignmentId, Guid runId, IReadOnlyList<TaskValue> values, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // One after the other: so many as are allowed, and whoever is second has the first to beat.
        if (await db.Assignments.Where(a => a.Id == assignmentId)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDraft, a => a.IsDraft), cancellationToken) == 0
            || await db.FindTaskAsync(actor.UserId, assignmentId, cancellationToken) is not { } task)
        {
            return new Refusal.NotFound();
        }

        var hers = db.TaskSubmissions.AsNoTracking()
            .Where(submission => submission.AssignmentId == assignmentId && submission.UserId == actor.UserId);
        if (await hers.SingleOrDefaultAsync(submission => submission.RunId == runId, cancellationToken) is { } before)
        {
            return TaskHandIn.From(before);
        }

        var details = AssignmentDetails.From(task);
        if (await RefuseAsync(db, actor, details, runId, await hers.CountAsync(cancellationToken), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (values.Count == 0)
        {
            return CannotBeHandedIn;
        }

        var rival = await db.FindRivalAsync(task, actor.UserId, cancellationToken);
        var result = new TaskResult(values, rival);
        var submission = new TaskSubmission
        {
            AssignmentId = assignmentId,
            UserId = actor.UserId,
            RunId = runId,
            SubmittedUtc = calendar.NowUtc,
            Score = result.Score(details.Goal!) ?? 0,
            ResultJson = result.ToJson(),
        };
        db.TaskSubmissions.Add(submission);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TaskHandIn.From(submission);
    }

    private async Task<Refusal?> RefuseAsync(
        ClassroomDbContext db, Actor actor, AssignmentDetails details, Guid runId, int used, CancellationToken cancellationToken)
    {
        var me = db.Users.Where(user => user.Id == actor.UserId);
        var mine = (await Allowances.ReadAsync(db, me, calendar, cancellationToken)).For(actor.UserId, details);
        if (await prerequisites.FindClosedAsync(db, actor.UserId, details, mine, used, calendar, cancellationToken) is { } closed)
        {
            return new Refusal.Conflict(closed);
        }

        if (await db.Runs.ThatCanBeHandedIn(actor.UserId, details.GivenUtc).AnyAsync(run => run.Id == runId, cancellationToken))
        {
            return null;
        }

        return await db.Runs.AnyAsync(run => run.Id == runId && run.OwnerId == actor.UserId, cancellationToken)
            ? CannotBeHandedIn
            : new Refusal.Invalid("run", "You have no such run. Choose one of your own.");
    }
}
