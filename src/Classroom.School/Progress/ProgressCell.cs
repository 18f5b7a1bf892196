using Classroom.School.Runs;

namespace Classroom.School.Progress;

/// <summary>How far a student has come with an assignment.</summary>
/// <param name="Score">0 to 1, of the best or last graded attempt as the assignment says; null without one.</param>
/// <param name="Runs">Runs of the term's experiment.</param>
/// <param name="ExperimentDoneUtc">When she first did the term's experiment to its end; null before.</param>
public sealed record ProgressCell(DateTime? ReadUtc, double? Score, int Runs, RunState? LastRun, DateTime? ExperimentDoneUtc = null)
{
    public bool IsDone => ReadUtc is not null && Score is not null;
}
