namespace Classroom.School.Runs;

/// <summary>Consecutive points of a curve in one compact block, opaque to the school.</summary>
public sealed class RunChunk
{
    public required Guid RunId { get; init; }

    public required int FirstSequence { get; init; }

    public required int Count { get; init; }

    public required byte[] Data { get; init; }
}
