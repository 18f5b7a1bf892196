namespace Classroom.School.Assignments;

/// <summary>What one student has done for one assignment.</summary>
/// <param name="Kind">Of the assignment.</param>
/// <param name="ReadUtc">When she read the lesson; null before.</param>
/// <param name="Counted">
/// Of her graded attempts at this assignment, of the runs that she handed in for it, or of its experiment once that is done; null without one.
/// </param>
/// <param name="Attempts">Graded attempts or runs handed in that are taken off those that it allows.</param>
/// <param name="ExperimentDoneUtc">When she first did the term's experiment to its end; null before.</param>
public sealed record AssignmentWork(
    AssignmentKind Kind, DateTime? ReadUtc, CountedScore? Counted, int Attempts, DateTime? ExperimentDoneUtc)
{
    /// <summary>False where it is for others of the class.</summary>
    public bool IsGiven { get; init; } = true;

    public bool IsExcused { get; init; }

    public bool IsDone => Kind switch
    {
        AssignmentKind.Lesson => ReadUtc is not null && Counted is not null,
        AssignmentKind.Quiz or AssignmentKind.Task => Counted is not null,
        _ => ExperimentDoneUtc is not null,
    };

    /// <summary>0 to 1; an experiment that is done is all there is to reach. Null without any.</summary>
    public double? Score => ScoreHold is null ? Counted?.Score : null;

    /// <summary>The reader is the student, and may not see the score yet.</summary>
    public Hold? ScoreHold { get; init; }

    /// <summary>What counts came after it was due for this student.</summary>
    public bool IsLate => Counted?.IsLate == true;
}
