using Classroom.Runs.Curves;

namespace Classroom.Runs.Grains;

/// <summary>What a run's grain tells the web nodes: what is new since its last word, already stored.</summary>
[GenerateSerializer, Immutable]
public sealed record RunUpdate
{
    [Id(0)]
    public required Guid RunId { get; init; }

    [Id(1)]
    public required int FirstSequence { get; init; }

    /// <summary>Points from <see cref="FirstSequence"/> on, as <see cref="CurveCodec"/> packs them; null when there are none.</summary>
    [Id(2)]
    public byte[]? Chunk { get; init; }

    [Id(3)]
    public required int FirstFrame { get; init; }

    [Id(4)]
    public required IReadOnlyList<RunFrameMessage> Frames { get; init; }

    [Id(5)]
    public required RunStatus Status { get; init; }
}
