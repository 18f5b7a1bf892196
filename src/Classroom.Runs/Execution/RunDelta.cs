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
