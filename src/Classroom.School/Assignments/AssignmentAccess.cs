using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

internal static class AssignmentAccess
{
    /// <summary>Those of the classes on whose staff the actor is; all of them for an admin, none for a student.</summary>
    public static IQueryable<Assignment> RunBy(this IQueryable<Assignment> assignments, ClassroomDbContext db, Actor actor)
    {
        var classes = db.Classes.RunBy(actor);
        return assignments.Where(a => classes.Any(c => c.Id == a.ClassId));
    }

    /// <summary>Those that the actor may change, as far as their classes are not archived.</summary>
    public static IQueryable<Assignment> ManagedBy(this IQueryable<Assignment> assignments, ClassroomDbContext db, Actor actor)
    {
        var classes = db.Classes.ManagedBy(actor);
        return assignments.Where(a => classes.Any(c => c.Id == a.ClassId));
    }

    /// <summary>
    /// What a student has to do: no drafts, nothing that is for others of the class, and nothing of a class that is archived or that she
    /// is not in.
    /// </summary>
    public static IQueryable<Assignment> GivenTo(this IQueryable<Assignment> assignments, int studentId) => assignments.Where(a =>
        !a.IsDraft && a.Class.ArchivedUtc == null && a.Class.Enrolments.Any(e => e.UserId == studentId)
        && (!a.IsForSome || a.Students.Any(own => own.UserId == studentId && own.IsGiven)));

    /// <summary>Those whose score comes from a term's graded quiz, as <see cref="AssignmentDetails.HasQuiz"/> says of one.</summary>
    public static IQueryable<Assignment> WithQuiz(this IQueryable<Assignment> assignments) =>
        assignments.Where(a => a.Kind == AssignmentKind.Lesson || a.Kind == AssignmentKind.Quiz);

    /// <summary>Of the class of an assignment; null for the school's. For who may see what belongs to that assignment.</summary>
    public static async Task<string?> FindTimeZoneAsync(
        this ClassroomDbContext db, int? assignmentId, CancellationToken cancellationToken) => assignmentId is null
        ? null
        : await db.Assignments.Where(a => a.Id == assignmentId).Select(a => a.Class.TimeZone).SingleOrDefaultAsync(cancellationToken);
}
