using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Runs;

/// <summary>Who may look at a run, and who may do something with it.</summary>
internal static class RunAccess
{
    /// <summary>
    /// Its owner, the teachers of the owner's classes, and admins: they pause and stop it, know whose it is, and go on from its weights.
    /// </summary>
    public static IQueryable<Run> ManagedBy(this IQueryable<Run> runs, ClassroomDbContext db, Actor actor) => actor.Role switch
    {
        Role.Admin => runs,
        Role.Teacher => runs.Where(run => run.OwnerId == actor.UserId
            || db.Enrolments.Any(e => e.UserId == run.OwnerId && e.Class.Teachers.Any(t => t.UserId == actor.UserId))),
        _ => runs.Where(run => run.OwnerId == actor.UserId),
    };

    /// <summary>Those of <see cref="ManagedBy"/>, and those that are shown to a class that the actor is in or teaches.</summary>
    public static IQueryable<Run> VisibleTo(this IQueryable<Run> runs, ClassroomDbContext db, Actor actor)
    {
        var (managed, shown) = (db.Runs.ManagedBy(db, actor), db.ShownRuns.ShownTo(db, actor));
        return runs.Where(run => managed.Any(mine => mine.Id == run.Id) || shown.Any(one => one.RunId == run.Id));
    }

    /// <summary>Those shown to a class that the actor is enrolled in or on whose staff she is; not where the class is archived.</summary>
    public static IQueryable<ShownRun> ShownTo(this IQueryable<ShownRun> shown, ClassroomDbContext db, Actor actor)
    {
        var classes = db.Classes.VisibleTo(actor).Current();
        return shown.Where(one => classes.Any(c => c.Id == one.ClassId)).ThatLast(db);
    }

    /// <summary>
    /// A run is shown no longer than its owner belongs to the class, or to another class of someone on the class's staff: whoever has left
    /// them all is no longer shown around.
    /// </summary>
    public static IQueryable<ShownRun> ThatLast(this IQueryable<ShownRun> shown, ClassroomDbContext db) =>
        shown.Where(one => db.Enrolments.Any(e => e.UserId == one.Run.OwnerId
                && (e.ClassId == one.ClassId
                    || e.Class.Teachers.Any(t => db.ClassTeachers.Any(own => own.ClassId == one.ClassId && own.UserId == t.UserId))))
            || db.ClassTeachers.Any(own => own.ClassId == one.ClassId && own.UserId == one.Run.OwnerId));

    /// <summary>The classes to which the actor may show a run that she manages, so that it stays shown.</summary>
    public static IQueryable<SchoolClass> AudiencesOf(this ClassroomDbContext db, Actor actor, Guid runId)
    {
        var run = db.Runs.ManagedBy(db, actor).Where(run => run.Id == runId);
        return db.Classes.ManagedBy(actor).Where(c => run.Any(r =>
            c.Teachers.Any(t => t.UserId == r.OwnerId)
            || db.Enrolments.Any(e => e.UserId == r.OwnerId
                && (e.ClassId == c.Id
                    || e.Class.Teachers.Any(t => db.ClassTeachers.Any(own => own.ClassId == c.Id && own.UserId == t.UserId))))));
    }
}
