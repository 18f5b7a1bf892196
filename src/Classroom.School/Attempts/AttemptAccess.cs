using Classroom.School.People;

namespace Classroom.School.Attempts;

internal static class AttemptAccess
{
    /// <summary>
    /// Whose it is, the teachers of her classes, and admins. What she did for an assignment, only teachers of that class see.
    /// </summary>
    public static IQueryable<Attempt> VisibleTo(this IQueryable<Attempt> attempts, ClassroomDbContext db, Actor actor) => actor.Role switch
    {
        Role.Admin => attempts,
        Role.Teacher => attempts.Where(attempt => attempt.UserId == actor.UserId
            || db.Enrolments.Any(e => e.UserId == attempt.UserId && e.Class.Teachers.Any(t => t.UserId == actor.UserId)
                && (attempt.AssignmentId == null || db.Assignments.Any(a => a.Id == attempt.AssignmentId && a.ClassId == e.ClassId)))),
        _ => attempts.Where(attempt => attempt.UserId == actor.UserId),
    };
}
