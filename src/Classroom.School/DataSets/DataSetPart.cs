namespace Classroom.School.DataSets;

/// <summary>All parts of a data set but the last are <see cref="Size"/> bytes long.</summary>
public sealed class DataSetPart
{
    public const int Size = 1024 * 1024;

    public required Guid DataSetId { get; init; }

    public required int Index { get; init; }

    public required byte[] Data { get; init; }
}
