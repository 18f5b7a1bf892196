using Classroom.School.Assignments;
using Classroom.School.Review;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>The terms of quizzes that a student has handed in, and whose right answers come later.</summary>
internal sealed class HeldTerms(SchoolCalendar calendar) : IHeldTerms
{
    public async Task<IReadOnlyCollection<string>> ListAsync(
        ClassroomDbContext db, int studentId, CancellationToken cancellationToken)
    {
        var held = (await Releases.ReadAsync(db, studentId, calendar, cancellationToken)).WithAnswersToCome().ToList();
        return held.Count == 0
            ? []
            : await db.Attempts
                .Where(attempt => attempt.UserId == studentId && attempt.SubmittedUtc != null
                    && attempt.AssignmentId != null && held.Contains(attempt.AssignmentId.Value))
                .Select(attempt => attempt.Slug)
                .Distinct()
                .ToListAsync(cancellationToken);
    }
}
