namespace Classroom.Training.Data.Import;

/// <summary>What an upload may hold.</summary>
public sealed record ImportLimits
{
    public int MaxExamples { get; init; } = 100_000;

    /// <summary>Bytes of all files together after unpacking, and of the examples as they are stored before packing.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L * 1024 * 1024;

    public int MaxClasses { get; init; } = 256;

    /// <summary>Letters in the name of a class or a column.</summary>
    public int MaxNameLength { get; init; } = 60;

    /// <summary>IDX: largest height or width of a picture in pixels.</summary>
    public int MaxSide { get; init; } = 64;

    /// <summary>IDX: largest label; 61 is that of the handwritten digits and letters.</summary>
    public int MaxLabel { get; init; } = 61;

    /// <summary>CSV: columns beside the label.</summary>
    public int MaxColumns { get; init; } = 4_096;

    /// <summary>CSV: bytes in one line.</summary>
    public int MaxLineBytes { get; init; } = 128 * 1024;

    /// <summary>Text: different characters.</summary>
    public int MaxCharacters { get; init; } = 96;

    /// <summary>ZIP: files and folders of any kind.</summary>
    public int MaxEntries { get; init; } = 120_000;

    /// <summary>ZIP: bytes of one picture's file.</summary>
    public int MaxPictureBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>ZIP: pixels of one picture, as its file says before anything of it is decoded.</summary>
    public long MaxPicturePixels { get; init; } = 4096L * 4096;

    /// <summary>ZIP: pixels of one picture that are held in memory; a JPEG file can be decoded smaller, a PNG file cannot.</summary>
    public long MaxDecodedPixels { get; init; } = 2048L * 2048;

    /// <summary>ZIP: pixels of all pictures together, since they take time.</summary>
    public long MaxAllPixels { get; init; } = 6_000_000_000;
}
