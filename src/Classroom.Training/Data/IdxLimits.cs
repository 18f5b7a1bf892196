namespace Classroom.Training;

/// <summary>What an IDX upload may hold.</summary>
public sealed record IdxLimits
{
    public int MaxExamples { get; init; } = 100_000;

    /// <summary>Bytes of both files together after unpacking.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Largest height or width of a picture in pixels.</summary>
    public int MaxSide { get; init; } = 64;

    /// <summary>Largest label; 61 is that of the handwritten digits and letters.</summary>
    public int MaxLabel { get; init; } = 61;
}
