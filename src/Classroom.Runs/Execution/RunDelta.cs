using Classroom.Training.Loop;
using Classroom.Training.Probes;

namespace Classroom.Runs.Execution;

/// <summary>What a run has brought that is not stored yet.</summary>
public sealed record RunDelta
{
    public required IReadOnlyList<MetricPoint> Points { get; init; }

    public required IReadOnlyList<ProbeFrame> Frames { get; init; }

    public required int Step { get; init; }

    public required int Epoch { get; init; }

    /// <summary>Time of training so far, waiting not counted.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>Newer than the last one that was forgotten; all points and frames up to it are here or stored.</summary>
    public required SavedRun? Checkpoint { get; init; }

    /// <summary>The network as a safetensors file, once the run has ended with one worth keeping.</summary>
    public required byte[]? Weights { get; init; }

    /// <summary>The training steps after which <see cref="Weights"/> stood.</summary>
    public required int? WeightsStep { get; init; }

    /// <summary>Null while the run has not ended, and for good when it was abandoned.</summary>
    public required RunEnding? Ending { get; init; }
}

/// <summary>A checkpoint: what <see cref="TrainingRun.Save"/> gave at this step.</summary>
public sealed record SavedRun(int Step, byte[] Data);

public enum RunEndingKind
{
    Completed,
    StoppedEarly,
    Diverged,
    Stopped,
    TimeUp,
    Failed,
}

/// <summary>Why a run has ended; <paramref name="Fault"/> is for the log.</summary>
public sealed record RunEnding(RunEndingKind Kind, Exception? Fault);
