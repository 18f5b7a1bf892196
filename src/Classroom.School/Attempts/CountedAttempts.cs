using Classroom.School.Assignments;

namespace Classroom.School.Attempts;

internal static class CountedAttempts
{
    /// <summary>Those that were handed in with at least one answer: an empty one shows nothing, so it counts for nothing.</summary>
    public static IQueryable<Attempt> ThatCount(this IQueryable<Attempt> attempts) => attempts.Where(attempt =>
        attempt.SubmittedUtc != null && (attempt.Score > 0 || attempt.Answers.Any(answer => answer.ResponseJson != null)));

    /// <summary>
    /// Those that are taken off the attempts that an assignment allows: where attempts or their time are limited also empty ones, or one
    /// could look at the questions first, and at the right answers.
    /// </summary>
    public static IQueryable<Attempt> ThatAreUsed(this IQueryable<Attempt> attempts, IQueryable<Assignment> assignments) =>
        attempts.Where(attempt => attempt.SubmittedUtc != null
            && (attempt.Score > 0 || attempt.Answers.Any(answer => answer.ResponseJson != null)
                || assignments.Any(a => a.Id == attempt.AssignmentId
                    && (a.Minutes != null || a.AttemptsAllowed != null
                        || a.Students.Any(own => own.UserId == attempt.UserId && own.AttemptsAllowed != null)))));
}
