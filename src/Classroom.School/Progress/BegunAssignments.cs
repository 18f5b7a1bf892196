using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Who has begun which assignment: whoever has may go on, whatever is set to come first later.</summary>
internal sealed class BegunAssignments
{
    private readonly HashSet<(int UserId, int AssignmentId)> begun;

    private BegunAssignments(IEnumerable<(int, int)> begun) => this.begun = [.. begun];

    /// <summary>Costs no query where nothing comes before any of them.</summary>
    public static async Task<BegunAssignments> ReadAsync(
        ClassroomDbContext db,
        IReadOnlyList<AssignmentDetails> assignments,
        IReadOnlyCollection<int> students,
        CancellationToken cancellationToken)
    {
        var ids = assignments.Where(assignment => assignment.HasPrerequisites).Select(assignment => (int?)assignment.Id).ToList();
        if (ids.Count == 0)
        {
            return new([]);
        }

        var attempts = await db.Attempts
            .Where(attempt => ids.Contains(attempt.AssignmentId) && students.Contains(attempt.UserId))
            .Select(attempt => new { attempt.UserId, attempt.AssignmentId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return new(attempts.Select(attempt => (attempt.UserId, attempt.AssignmentId!.Value)));
    }

    public bool Has(int userId, int assignmentId) => begun.Contains((userId, assignmentId));
}
