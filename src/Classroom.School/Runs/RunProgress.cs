namespace Classroom.School;

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
    public IReadOnlyList<ProbeFrame> Frames { get; init; } = [];

    /// <summary>Latest values; null (or not finite) leaves the stored one as it is.</summary>
    public double? TrainLoss { get; init; }

    public double? ValLoss { get; init; }

    public double? ValAccuracy { get; init; }

    public string? Message { get; init; }
}

/// <summary><paramref name="Count"/> points from <paramref name="FirstSequence"/> on, encoded in <paramref name="Data"/>.</summary>
public sealed record CurveChunk(int FirstSequence, int Count, byte[] Data);

public sealed record ProbeFrame(int Index, int Step, int Epoch, string Kind, string Json);
