using Classroom.School.People;

namespace Classroom.School.Runs;

internal static class RunAccess
{
    /// <summary>Its owner, the teachers of the owner's classes, and admins.</summary>
    public static IQueryable<Run> VisibleTo(this IQueryable<Run> runs, ClassroomDbContext db, Actor actor) => actor.Role switch
    {
        Role.Admin => runs,
        Role.Teacher => runs.Where(run => run.OwnerId == actor.UserId
            || db.Enrolments.Any(e => e.UserId == run.OwnerId && e.Class.Teachers.Any(t => t.UserId == actor.UserId))),
        _ => runs.Where(run => run.OwnerId == actor.UserId),
    };
}
