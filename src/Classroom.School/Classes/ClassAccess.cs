using Classroom.School.People;

namespace Classroom.School.Classes;

internal static class ClassAccess
{
    public static IQueryable<SchoolClass> VisibleTo(this IQueryable<SchoolClass> classes, Actor actor) => actor.Role == Role.Student
        ? classes.Where(c => c.Enrolments.Any(e => e.UserId == actor.UserId))
        : classes.RunBy(actor);

    /// <summary>Classes the actor teaches; all of them for an admin, none for a student.</summary>
    public static IQueryable<SchoolClass> RunBy(this IQueryable<SchoolClass> classes, Actor actor) => actor.Role switch
    {
        Role.Admin => classes,
        Role.Teacher => classes.Where(c => c.Teachers.Any(t => t.UserId == actor.UserId)),
        _ => classes.Where(c => false),
    };
}
