using Classroom.School.Classes;

namespace Classroom.School.Assignments;

internal static class AssignmentAccess
{
    /// <summary>Those of the classes that the actor teaches; all of them for an admin, none for a student.</summary>
    public static IQueryable<Assignment> RunBy(this IQueryable<Assignment> assignments, ClassroomDbContext db, Actor actor)
    {
        var classes = db.Classes.RunBy(actor);
        return assignments.Where(a => classes.Any(c => c.Id == a.ClassId));
    }
}
