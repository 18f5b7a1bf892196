using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>Attempts that are not handed in yet.</summary>
internal static class OpenAttempts
{
    public static IQueryable<Attempt> OpenFor(this IQueryable<Attempt> attempts, Actor actor, string slug, AttemptMode mode) =>
        attempts.AsNoTracking().Include(attempt => attempt.Answers).Where(attempt =>
            attempt.UserId == actor.UserId && attempt.Slug == slug && attempt.Mode == mode && attempt.SubmittedUtc == null);

    /// <summary>Those whose assignment takes nothing any more.</summary>
    public static IQueryable<Attempt> Closed(this IQueryable<Attempt> attempts, ClassroomDbContext db, DateTime now) => attempts.Where(
        attempt => attempt.SubmittedUtc == null && db.Assignments.Any(a => a.Id == attempt.AssignmentId && a.ClosesUtc <= now));

    /// <summary>
    /// Keeps a submission out until the transaction ends; refuses where the attempt is not the actor's, not open, or its assignment has
    /// closed.
    /// </summary>
    public static async Task<Refusal?> LockOpenAsync(
        this ClassroomDbContext db, Actor actor, int attemptId, DateTime? now, CancellationToken cancellationToken)
    {
        var mine = db.Attempts.Where(attempt => attempt.Id == attemptId && attempt.UserId == actor.UserId);
        var locked = await mine
            .Where(attempt => attempt.SubmittedUtc == null
                && !db.Assignments.Any(a => a.Id == attempt.AssignmentId && a.ClosesUtc <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.SavedUtc, now), cancellationToken);
        return locked == 1 ? null
            : await mine.AnyAsync(cancellationToken)
                ? new Refusal.Conflict(
                    "This quiz has been handed in, so its answers can no longer change. Start a new attempt to try again.")
                : new Refusal.NotFound();
    }

    public static Refusal.Invalid NotDrawn(string questionId) =>
        new(questionId, $"This attempt has no question \"{questionId}\". Load the page again.");
}
