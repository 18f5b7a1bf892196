namespace Classroom.School.Assignments;

/// <summary>What a student has reached in an assignment.</summary>
/// <param name="Score">0 to 1, of the attempts that count, less what lateness costs.</param>
/// <param name="IsLate">What counts was handed in after the due date.</param>
public sealed record CountedScore(double Score, bool IsLate)
{
    /// <summary>0 to 1, as graded; null where lateness has cost nothing.</summary>
    public double? BeforeLate { get; init; }

    /// <summary>What counts of all that was handed in.</summary>
    /// <param name="all">In the order of handing in, at least one.</param>
    internal static CountedScore Of(IReadOnlyList<CountedScore> all, CountedAttempt counts) => counts switch
    {
        CountedAttempt.First => all[0],
        CountedAttempt.Last => all[^1],
        CountedAttempt.Mean => new(all.Average(attempt => attempt.Score), all.Any(attempt => attempt.IsLate))
        {
            BeforeLate = all.Any(attempt => attempt.BeforeLate is not null)
                ? all.Average(attempt => attempt.BeforeLate ?? attempt.Score)
                : null,
        },
        // Of two best ones the first counts: it is the one that may have been in time.
        _ => all.MaxBy(attempt => attempt.Score)!,
    };

    /// <param name="graded">0 to 1.</param>
    /// <param name="daysLate">0 in time.</param>
    internal static CountedScore From(double graded, int daysLate, LatePolicy late)
    {
        var score = late.Apply(graded, daysLate);
        return new(score, daysLate > 0) { BeforeLate = score < graded ? graded : null };
    }
}
