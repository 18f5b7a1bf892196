namespace Classroom.School.ItemAnalysis;

/// <summary>A graded attempt that counts, without its answers.</summary>
internal sealed record HandedInAttempt(int Id, int UserId, string Slug, double Score, DateTime SubmittedUtc)
{
    /// <summary>Those that are looked at, of each student at each quiz.</summary>
    /// <param name="attempts">In the order in which they were handed in.</param>
    public static IEnumerable<HandedInAttempt> Choose(IEnumerable<HandedInAttempt> attempts, AttemptChoice choice)
    {
        var byStudent = attempts.GroupBy(attempt => (attempt.UserId, attempt.Slug));
        return choice switch
        {
            AttemptChoice.All => byStudent.SelectMany(own => own),
            AttemptChoice.Last => byStudent.Select(own => own.Last()),
            AttemptChoice.Best => byStudent.Select(own => own.MaxBy(attempt => attempt.Score)!),
            _ => byStudent.Select(own => own.First()),
        };
    }
}
