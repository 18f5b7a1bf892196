using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Graded attempts at assignments that do not count: those that are open, and those that were handed in empty.</summary>
internal sealed class BegunWork
{
    private readonly ILookup<(int UserId, int AssignmentId), Begun> attempts;

    private BegunWork(IEnumerable<Begun> attempts) => this.attempts = attempts.ToLookup(begun => (begun.UserId, begun.AssignmentId));

    private sealed record Begun(int UserId, int AssignmentId, DateTime StartedUtc, bool IsOpen);

    public static async Task<BegunWork> ReadAsync(
        ClassroomDbContext db, IQueryable<Assignment> assignments, CancellationToken cancellationToken)
    {
        var graded = db.Attempts.Where(attempt => attempt.Mode == AttemptMode.Graded && assignments.Any(a => a.Id == attempt.AssignmentId));
        var counted = graded.ThatCount();
        return new(await graded
            .Where(attempt => !counted.Any(other => other.Id == attempt.Id))
            .Select(attempt => new Begun(attempt.UserId, attempt.AssignmentId!.Value, attempt.StartedUtc, attempt.SubmittedUtc == null))
            .ToListAsync(cancellationToken));
    }

    /// <summary>When the last one began; null without one.</summary>
    public DateTime? LastUtc(int userId, int assignmentId) => attempts[(userId, assignmentId)].Max(begun => (DateTime?)begun.StartedUtc);

    public bool HasEmpty(int userId, int assignmentId) => attempts[(userId, assignmentId)].Any(begun => !begun.IsOpen);
}
