using Classroom.School.Assignments;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tasks;

/// <summary>Lab tasks with what was handed in for them.</summary>
public sealed class TaskReader(
    IDbContextFactory<ClassroomDbContext> contexts, IPrerequisites prerequisites, SchoolCalendar calendar)
{
    /// <summary>Runs on one page.</summary>
    public const int OnAPage = 8;

    /// <summary>For a student who has the task; null for anyone else.</summary>
    public async Task<TaskView?> FindAsync(Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.FindTaskAsync(actor.UserId, assignmentId, cancellationToken) is not { } task)
        {
            return null;
        }

        var handedIn = await ListAsync(db, assignmentId, actor.UserId, cancellationToken);
        var allowances = await Allowances.ReadAsync(db, db.Users.Where(user => user.Id == actor.UserId), calendar, cancellationToken);
        var details = AssignmentDetails.From(task);
        var mine = allowances.For(actor.UserId, details);
        var rival = details.Goal!.BeatsClass ? await db.FindRivalAsync(task, actor.UserId, cancellationToken) : null;
        var closed = await prerequisites.FindClosedAsync(db, actor.UserId, details, mine, handedIn.Count, calendar, cancellationToken);
        return new TaskView(details.For(mine), task.Class.Name, handedIn, rival, closed);
    }

    /// <summary>A page of her runs that she may hand in, the newest first; none for whoever does not have the task.</summary>
    /// <param name="page">From 1.</param>
    public async Task<TaskRunPage> ListRunsAsync(
        Actor actor, int assignmentId, int page, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.FindTaskAsync(actor.UserId, assignmentId, cancellationToken) is not { } task)
        {
            return new TaskRunPage([], 0);
        }

        var runs = db.Runs.ThatCanBeHandedIn(actor.UserId, AssignmentDetails.From(task).GivenUtc);
        var total = await runs.CountAsync(cancellationToken);
        var pages = (total + OnAPage - 1) / OnAPage;
        var found = await runs.OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)
            .Skip((Math.Clamp(page, 1, Math.Max(1, pages)) - 1) * OnAPage).Take(OnAPage)
            .Summarise(db)
            .ToListAsync(cancellationToken);
        return new TaskRunPage(
            [.. found.OrderByDescending(run => run.CreatedUtc).ThenByDescending(run => run.Id)], total);
    }

    /// <summary>What one student has handed in, the newest first; for the class's staff and admins, empty for anyone else.</summary>
    public async Task<IReadOnlyList<TaskHandIn>> ListForStudentAsync(
        Actor actor, int assignmentId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Assignments.RunBy(db, actor)
            .AnyAsync(a => a.Id == assignmentId && a.Class.Enrolments.Any(e => e.UserId == studentId), cancellationToken)
            ? await ListAsync(db, assignmentId, studentId, cancellationToken)
            : [];
    }

    private static async Task<List<TaskHandIn>> ListAsync(
        ClassroomDbContext db, int assignmentId, int studentId, CancellationToken cancellationToken) =>
        (await db.TaskSubmissions.AsNoTracking()
            .Where(submission => submission.AssignmentId == assignmentId && submission.UserId == studentId)
            .OrderByDescending(submission => submission.SubmittedUtc).ThenByDescending(submission => submission.Id)
            .ToListAsync(cancellationToken))
            .ConvertAll(TaskHandIn.From);
}
