namespace Classroom.School.Assignments;

/// <summary>What a student has reached in an assignment.</summary>
/// <param name="Score">0 to 1, of the attempts that count, less what lateness costs.</param>
/// <param name="IsLate">What counts was handed in after the due date.</param>
public sealed record CountedScore(double Score, bool IsLate)
{
    /// <summary>0 to 1, as graded; null where lateness has cost nothing.</summary>
    public double? BeforeLate { get; init; }

    /// <param name="graded">0 to 1.</param>
    /// <param name="daysLate">0 in time.</param>
    internal static CountedScore From(double graded, int daysLate, LatePolicy late)
    {
        var score = late.Apply(graded, daysLate);
        return new(score, daysLate > 0) { BeforeLate = score < graded ? graded : null };
    }
}
