using Classroom.Naming;
using Classroom.School.Assignments;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tasks;

internal static class TaskAccess
{
    /// <summary>The lab task of this number, if it is given to the student; null otherwise.</summary>
    public static Task<Assignment?> FindTaskAsync(
        this ClassroomDbContext db, int studentId, int assignmentId, CancellationToken cancellationToken) =>
        db.Assignments.AsNoTracking().GivenTo(studentId)
            .SingleOrDefaultAsync(a => a.Id == assignmentId && a.Kind == AssignmentKind.Task, cancellationToken);

    /// <summary>
    /// Her own runs that were made after the task was given and have come to an end that can be measured: not failed, and not stopped
    /// before the first epoch was over.
    /// </summary>
    public static IQueryable<Run> ThatCanBeHandedIn(this IQueryable<Run> runs, int studentId, DateTime givenUtc) => runs.Where(run =>
        run.OwnerId == studentId && run.CreatedUtc >= givenUtc
        && (run.State == RunState.Completed || run.State == RunState.Diverged
            || (run.State == RunState.Stopped && run.ValLoss != null)));

    /// <summary>The best run that somebody else has handed in for a task; null without one.</summary>
    public static async Task<TaskRival?> FindRivalAsync(
        this ClassroomDbContext db, Assignment task, int studentId, CancellationToken cancellationToken)
    {
        var others = await db.TaskSubmissions
            .Where(other => other.AssignmentId == task.Id && other.UserId != studentId
                && db.Enrolments.Any(e => e.ClassId == task.ClassId && e.UserId == other.UserId))
            .Select(other => other.ResultJson)
            .ToListAsync(cancellationToken);
        return others.Select(TaskResult.FromJson)
            .Where(result => result.Of(TaskGoal.Accuracy) is not null && result.Of(TaskGoal.Weights) is not null)
            .Select(result => new TaskRival(result.Of(TaskGoal.Accuracy)!.Value, result.Of(TaskGoal.Weights)!.Value))
            .OrderByDescending(rival => rival.Accuracy).ThenBy(rival => rival.Weights)
            .FirstOrDefault();
    }

    /// <summary>Why nothing is taken for a task now; null where a run is.</summary>
    /// <param name="prerequisites">Tells what she has to do first.</param>
    /// <param name="db">The context of whoever asks.</param>
    /// <param name="studentId">Whose task it is.</param>
    /// <param name="assignment">The task.</param>
    /// <param name="mine">What the student may do for it.</param>
    /// <param name="used">Runs that she has handed in.</param>
    /// <param name="calendar">Tells the time.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<string?> FindClosedAsync(
        this IPrerequisites prerequisites,
        ClassroomDbContext db,
        int studentId,
        AssignmentDetails assignment,
        Allowance mine,
        int used,
        SchoolCalendar calendar,
        CancellationToken cancellationToken)
    {
        var (now, clocks) = (calendar.NowUtc, calendar.In(assignment.TimeZone));
        return now < assignment.OpensUtc ? $"This task opens on {clocks.Say(assignment.OpensUtc.Value)}."
            : now >= mine.ClosesUtc ? $"This task closed on {clocks.Say(mine.ClosesUtc.Value)}. Nothing more is taken."
            : used >= mine.Attempts
                ? $"You have handed in {Counted.Format(used, "run")}, and that is all that your teacher allows."
            : (await prerequisites.FindUnmetAsync(db, studentId, [assignment], cancellationToken))
                .GetValueOrDefault(assignment.Id)?.Message;
    }
}
