using Classroom.Training;

namespace Classroom.Runs;

/// <summary>What a run has brought that is not stored yet.</summary>
public sealed record RunDelta
{
    public required IReadOnlyList<MetricPoint> Points { get; init; }

    public required IReadOnlyList<ProbeFrame> Frames { get; init; }

    public required int Step { get; init; }

    public required int Epoch { get; init; }

    /// <summary>Time of training so far, waiting not counted.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>Null while the run has not ended, and for good when it was abandoned.</summary>
    public required RunEnding? Ending { get; init; }
}

public enum RunEndingKind
{
    Completed,
    Diverged,
    Stopped,
    TimeUp,
    Failed,
}

/// <summary>Why a run has ended; <paramref name="Fault"/> is for the log.</summary>
public sealed record RunEnding(RunEndingKind Kind, Exception? Fault);
