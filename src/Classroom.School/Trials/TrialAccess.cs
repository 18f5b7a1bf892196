using Classroom.School.People;

namespace Classroom.School.Trials;

internal static class TrialAccess
{
    /// <summary>Whose it is, the teachers of her classes, and admins.</summary>
    public static IQueryable<ExperimentTrial> VisibleTo(
        this IQueryable<ExperimentTrial> trials, ClassroomDbContext db, Actor actor) => actor.Role switch
        {
            Role.Admin => trials,
            Role.Teacher => trials.Where(trial => trial.UserId == actor.UserId
                || db.Enrolments.Any(e => e.UserId == trial.UserId && e.Class.Teachers.Any(t => t.UserId == actor.UserId))),
            _ => trials.Where(trial => trial.UserId == actor.UserId),
        };

    /// <summary>A person's trials of an experiment, the newest first.</summary>
    public static IQueryable<ExperimentTrial> ByPerson(this IQueryable<ExperimentTrial> trials, int userId, string slug) => trials
        .Where(trial => trial.UserId == userId && trial.Slug == slug)
        .OrderByDescending(trial => trial.CreatedUtc);
}
