namespace Classroom.School.Assignments;

/// <summary>What one student has done for one assignment.</summary>
/// <param name="Kind">Of the assignment.</param>
/// <param name="ReadUtc">When she read the lesson; null before.</param>
/// <param name="Counted">Of her graded attempts at this assignment; null without one.</param>
/// <param name="Attempts">Graded attempts that she has handed in for it.</param>
/// <param name="ExperimentDoneUtc">When she first did the term's experiment to its end; null before.</param>
public sealed record AssignmentWork(
    AssignmentKind Kind, DateTime? ReadUtc, CountedScore? Counted, int Attempts, DateTime? ExperimentDoneUtc)
{
    public bool IsDone => Kind switch
    {
        AssignmentKind.Lesson => ReadUtc is not null && Counted is not null,
        AssignmentKind.Quiz => Counted is not null,
        _ => ExperimentDoneUtc is not null,
    };

    /// <summary>0 to 1; an experiment that is done is all there is to reach. Null without any.</summary>
    public double? Score => Kind == AssignmentKind.Experiment ? ExperimentDoneUtc is null ? null : 1 : Counted?.Score;

    /// <summary>What counts came after the due date.</summary>
    public bool IsLate(DateTime dueUtc) => Kind == AssignmentKind.Experiment ? ExperimentDoneUtc > dueUtc : Counted?.IsLate == true;
}
