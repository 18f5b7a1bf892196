using Classroom.School.Assignments;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Attempts that are not handed in yet.</summary>
internal static class OpenAttempts
{
    public static IQueryable<Attempt> OpenFor(this IQueryable<Attempt> attempts, Actor actor, string slug, AttemptMode mode) =>
        attempts.AsNoTracking().Include(attempt => attempt.Answers).Where(attempt =>
            attempt.UserId == actor.UserId && attempt.Slug == slug && attempt.Mode == mode && attempt.SubmittedUtc == null);

    /// <summary>Those whose time is up.</summary>
    public static IQueryable<Attempt> Ended(this IQueryable<Attempt> attempts, DateTime? now) =>
        attempts.Where(attempt => attempt.SubmittedUtc == null && attempt.EndsUtc <= now);

    /// <summary>
    /// Keeps a submission out until the transaction ends; refuses where the attempt is not the actor's, not open, or its time is up.
    /// </summary>
    public static async Task<Refusal?> LockOpenAsync(
        this ClassroomDbContext db,
        Actor actor,
        int attemptId,
        DateTime? now,
        SchoolCalendar calendar,
        CancellationToken cancellationToken)
    {
        var mine = db.Attempts.Where(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId);
        var locked = await mine.Where(attempt => attempt.SubmittedUtc == null && (attempt.EndsUtc == null || attempt.EndsUtc > now))
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.SavedUtc, now), cancellationToken);
        if (locked == 1)
        {
            return null;
        }

        var found = await mine.Select(attempt => new { attempt.EndsUtc, attempt.AssignmentId, attempt.Slug })
            .SingleOrDefaultAsync(cancellationToken);
        return found switch
        {
            null => new Refusal.NotFound(),
            { EndsUtc: { } ends, AssignmentId: var id, Slug: var slug } when ends <= now =>
                Ended(ends, calendar.In(await db.FindTimeZoneAsync(id, cancellationToken)), !OwnQuiz.IsOwn(slug)),
            _ => new Refusal.Conflict("This quiz has been handed in, so its answers can no longer change. Start a new attempt to try again."),
        };
    }

    public static Refusal.Conflict Ended(DateTime endsUtc, SchoolCalendar calendar, bool mayPractice) => new(
        $"This quiz closed on {calendar.Say(endsUtc)}. What you had answered by then was handed in."
        + (mayPractice ? " You can still practice." : null));

    public static Refusal.Invalid NotDrawn(string questionId) =>
        new(questionId, $"This attempt has no question \"{questionId}\". Load the page again.");
}
