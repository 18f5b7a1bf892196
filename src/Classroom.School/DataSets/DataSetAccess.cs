using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.DataSets;

internal static class DataSetAccess
{
    /// <summary>Neither removed nor replaced.</summary>
    public static IQueryable<DataSetEntry> Current(this IQueryable<DataSetEntry> entries) =>
        entries.Where(entry => entry.HiddenUtc == null);

    /// <summary>Whoever may rename, replace and remove: its owner, as long as she teaches, and admins.</summary>
    public static IQueryable<DataSetEntry> ManagedBy(this IQueryable<DataSetEntry> entries, Actor actor) => actor.Role switch
    {
        Role.Admin => entries,
        Role.Teacher => entries.Where(entry => entry.OwnerId == actor.UserId),
        _ => entries.Where(_ => false),
    };

    /// <summary>One's own, what an admin put there for the whole school, and what a teacher of one's classes brought.</summary>
    public static IQueryable<DataSetEntry> VisibleTo(this IQueryable<DataSetEntry> entries, ClassroomDbContext db, Actor actor) =>
        actor.Role == Role.Admin
            ? entries
            : entries.Where(entry => entry.OwnerId == actor.UserId
                || entry.Owner.Role == Role.Admin
                || db.ClassTeachers.Any(brought => brought.UserId == entry.OwnerId
                    && (brought.Class.Enrolments.Any(e => e.UserId == actor.UserId)
                        || brought.Class.Teachers.Any(t => t.UserId == actor.UserId))));

    public static IQueryable<Run> RunsOn(this ClassroomDbContext db, Guid id)
    {
        var text = id.ToString();
        return db.Runs.Where(run => run.DataSetId == text);
    }
}
