namespace Classroom.School.Runs;

/// <summary>What happened to a run since the last time its holder wrote.</summary>
public sealed record RunProgress
{
    public required RunState State { get; init; }

    public required int Step { get; init; }

    public required int Epoch { get; init; }

    /// <summary>Training time so far, in all.</summary>
    public required long TrainingMilliseconds { get; init; }

    /// <summary>New points of the curve; the first must follow the last one stored.</summary>
    public CurveChunk? Chunk { get; init; }

    /// <summary>New frames in order; the first must follow the last one stored.</summary>
    public IReadOnlyList<StoredFrame> Frames { get; init; } = [];

    /// <summary>Where to go on after a crash; of use only while the run has not ended.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The network as a safetensors file, when the run ends with one worth keeping.</summary>
    public byte[]? Weights { get; init; }

    /// <summary>The training steps after which <see cref="Weights"/> stood.</summary>
    public int? WeightsStep { get; init; }

    /// <summary>Latest values; null (or not finite) leaves the stored one as it is.</summary>
    public double? TrainLoss { get; init; }

    public double? ValLoss { get; init; }

    public double? ValAccuracy { get; init; }

    public string? Message { get; init; }
}
