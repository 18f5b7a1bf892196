using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>
/// Who counts as being in a class: only those who are enrolled. It is a filter of the model, so that no query can forget it.
/// </summary>
internal static class Enrolments
{
    public const string OnlyEnrolled = "OnlyEnrolled";

    /// <summary>Also those who wait or were removed; for the services that let in, remove and put back.</summary>
    public static IQueryable<Enrolment> InAnyState(this IQueryable<Enrolment> enrolments) =>
        enrolments.IgnoreQueryFilters([OnlyEnrolled]);

    /// <summary>Puts a student in, whatever she was before; the caller has locked the class.</summary>
    /// <returns>Whether that changed anything.</returns>
    public static async Task<bool> EnrolAsync(
        this ClassroomDbContext db, int classId, int studentId, DateTime now, CancellationToken cancellationToken)
    {
        var there = await db.Enrolments.InAnyState()
            .SingleOrDefaultAsync(e => e.ClassId == classId && e.UserId == studentId, cancellationToken);
        if (there is null)
        {
            db.Enrolments.Add(new Enrolment { ClassId = classId, UserId = studentId, JoinedUtc = now });
            return true;
        }

        var changes = there.State != EnrolmentState.Enrolled;
        there.State = EnrolmentState.Enrolled;
        return changes;
    }
}
