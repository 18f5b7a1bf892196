using Classroom.School.Assignments;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tasks;

/// <summary>Runs that people have handed in for lab tasks, read once for all of them, each judged by the goal as it stands.</summary>
internal sealed class TaskScores
{
    // In the order of handing in.
    private readonly ILookup<(int UserId, int AssignmentId), TaskHandIn> handedIn;

    private TaskScores(ILookup<(int, int), TaskHandIn> handedIn) => this.handedIn = handedIn;

    public static async Task<TaskScores> ReadAsync(
        ClassroomDbContext db, IQueryable<User> people, CancellationToken cancellationToken)
    {
        var submissions = await db.TaskSubmissions.AsNoTracking()
            .Where(submission => people.Any(person => person.Id == submission.UserId))
            .OrderBy(submission => submission.SubmittedUtc).ThenBy(submission => submission.Id)
            .ToListAsync(cancellationToken);
        return new TaskScores(
            submissions.ToLookup(submission => (submission.UserId, submission.AssignmentId), TaskHandIn.From));
    }

    /// <summary>What counts by a goal, which may be another than the assignment's; null without a run.</summary>
    public CountedScore? Counted(int userId, AssignmentDetails assignment, TaskGoal goal, DateTime dueUtc, SchoolCalendar clocks)
    {
        var all = handedIn[(userId, assignment.Id)]
            .Select(run => CountedScore.From(
                run.Score(goal), LatePolicy.DaysLate(dueUtc, run.SubmittedUtc, clocks), assignment.Late))
            .ToList();
        return all.Count == 0 ? null : CountedScore.Of(all, assignment.Counts);
    }

    /// <summary>When the last of them was handed in; null without one.</summary>
    public DateTime? LastUtc(int userId, int assignmentId) =>
        handedIn[(userId, assignmentId)].Select(run => (DateTime?)run.SubmittedUtc).LastOrDefault();

    public int Used(int userId, int assignmentId) => handedIn[(userId, assignmentId)].Count();

    /// <summary>One of her runs keeps the score that it had: the goal asks for a number that was not measured.</summary>
    public bool HasUnjudged(int userId, int assignmentId, TaskGoal goal) =>
        handedIn[(userId, assignmentId)].Any(run => !run.IsJudgedBy(goal));
}
