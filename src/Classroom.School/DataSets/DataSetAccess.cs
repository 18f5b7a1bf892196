namespace Classroom.School;

internal static class DataSetAccess
{
    /// <summary>One's own, what an admin put there for the whole school, and what a teacher of one's classes brought.</summary>
    public static IQueryable<DataSetEntry> VisibleTo(this IQueryable<DataSetEntry> entries, ClassroomDbContext db, Actor actor) =>
        actor.Role == Role.Admin
            ? entries
            : entries.Where(entry => entry.OwnerId == actor.UserId
                || entry.Owner.Role == Role.Admin
                || db.ClassTeachers.Any(brought => brought.UserId == entry.OwnerId
                    && (brought.Class.Enrolments.Any(e => e.UserId == actor.UserId)
                        || brought.Class.Teachers.Any(t => t.UserId == actor.UserId))));
}
