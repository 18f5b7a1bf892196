using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Keeps <see cref="Attempt.EndsUtc"/> of open attempts right, also while a student is at work on one.</summary>
internal sealed class AttemptDeadlines(SchoolCalendar calendar) : IDeadlines
{
    public async Task FollowAsync(ClassroomDbContext db, int? assignmentId, int? userId, CancellationToken cancellationToken)
    {
        var open = await db.Attempts
            .Where(attempt => attempt.SubmittedUtc == null && attempt.AssignmentId != null
                && (assignmentId == null || attempt.AssignmentId == assignmentId) && (userId == null || attempt.UserId == userId))
            .Join(db.Assignments, attempt => attempt.AssignmentId, a => a.Id, (attempt, assignment) => new { attempt, assignment })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        var ids = open.Select(found => found.attempt.UserId).Distinct().ToList();
        var people = db.Users.Where(user => ids.Contains(user.Id));
        var allowances = await Allowances.ReadAsync(db, people, calendar, cancellationToken);
        foreach (var (attempt, assignment) in open.Select(found => (found.attempt, AssignmentDetails.From(found.assignment))))
        {
            var ends = allowances.For(attempt.UserId, assignment).EndsUtc(attempt.StartedUtc);
            await db.Attempts.Where(other => other.Id == attempt.Id && other.EndsUtc != ends)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.EndsUtc, ends), cancellationToken);
        }
    }
}
