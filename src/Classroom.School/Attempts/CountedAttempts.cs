namespace Classroom.School.Attempts;

internal static class CountedAttempts
{
    /// <summary>Those that were handed in with at least one answer: an empty one shows nothing, so it counts for nothing.</summary>
    public static IQueryable<Attempt> ThatCount(this IQueryable<Attempt> attempts) => attempts.Where(attempt =>
        attempt.SubmittedUtc != null && (attempt.Score > 0 || attempt.Answers.Any(answer => answer.ResponseJson != null)));
}
