using Classroom.School.Assignments;
using Classroom.School.Runs;

namespace Classroom.School.Progress;

/// <summary>How far a student has come with an assignment.</summary>
/// <param name="Runs">Runs of the term's experiment.</param>
public sealed record ProgressCell(AssignmentWork Work, int Runs, RunState? LastRun)
{
    public DateTime? ReadUtc => Work.ReadUtc;

    /// <summary>0 to 1, of the attempts that count; null without one.</summary>
    public double? Score => Work.Score;

    public DateTime? ExperimentDoneUtc => Work.ExperimentDoneUtc;

    public bool IsLate => Work.IsLate;

    public bool IsDone => Work.IsDone;
}
