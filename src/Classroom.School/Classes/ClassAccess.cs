using Classroom.School.People;

namespace Classroom.School.Classes;

/// <summary>Who may see a class, and who may change what about it.</summary>
internal static class ClassAccess
{
    /// <summary>Students see the current classes that they are in, everyone else what she runs.</summary>
    public static IQueryable<SchoolClass> VisibleTo(this IQueryable<SchoolClass> classes, Actor actor) => actor.Role == Role.Student
        ? classes.Current().Where(c => c.Enrolments.Any(e => e.UserId == actor.UserId))
        : classes.RunBy(actor);

    /// <summary>
    /// Classes on whose staff the actor is, in any role, and so sees them with their students' work; all of them for an admin, none for
    /// a student.
    /// </summary>
    public static IQueryable<SchoolClass> RunBy(this IQueryable<SchoolClass> classes, Actor actor) => actor.Role switch
    {
        Role.Admin => classes,
        Role.Teacher => classes.Where(c => c.Teachers.Any(t => t.UserId == actor.UserId)),
        _ => classes.Where(c => false),
    };

    /// <summary>Those whose settings, students, code, assignments and marks the actor may change: not an assistant.</summary>
    public static IQueryable<SchoolClass> ManagedBy(this IQueryable<SchoolClass> classes, Actor actor) => actor.Role switch
    {
        Role.Admin => classes,
        Role.Teacher => classes.Where(c => c.Teachers.Any(t => t.UserId == actor.UserId && t.Role != ClassRole.Assistant)),
        _ => classes.Where(c => false),
    };

    /// <summary>Those whose staff the actor may change, and that she may archive and restore.</summary>
    public static IQueryable<SchoolClass> OwnedBy(this IQueryable<SchoolClass> classes, Actor actor) => actor.Role switch
    {
        Role.Admin => classes,
        Role.Teacher => classes.Where(c => c.Teachers.Any(t => t.UserId == actor.UserId && t.Role == ClassRole.Owner)),
        _ => classes.Where(c => false),
    };

    /// <summary>Not archived.</summary>
    public static IQueryable<SchoolClass> Current(this IQueryable<SchoolClass> classes) => classes.Where(c => c.ArchivedUtc == null);
}
