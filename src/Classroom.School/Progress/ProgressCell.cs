using Classroom.School.Assignments;
using Classroom.School.Feedback;
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

    public ProgressState State { get; init; }

    /// <summary>It was due for this student, and nothing that counts is handed in.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>She has handed in an attempt without a single answer, which is not done.</summary>
    public bool HasEmptyAttempt { get; init; }

    public FeedbackState Feedback { get; init; }

    internal static ProgressState StateOf(AssignmentWork work, bool isBegun) =>
        !work.IsGiven ? ProgressState.NotAssigned
        : work.IsExcused ? ProgressState.Excused
        : work.Counted is { } counted
            ? work.Kind == AssignmentKind.Experiment ? ProgressState.HandedIn
            : counted.Score < Mastery.Passing ? ProgressState.BelowPassing
            : counted.Score >= Mastery.Threshold ? ProgressState.Mastered
            : ProgressState.HandedIn
        : isBegun ? ProgressState.Begun
        : work is { Kind: AssignmentKind.Lesson, ReadUtc: not null } ? ProgressState.Reading
        : ProgressState.NotBegun;
}
