namespace Classroom.School.DataSets;

/// <summary>A data set whose content has already been read and found valid.</summary>
public sealed record NewDataSet
{
    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required int Examples { get; init; }

    /// <summary>Shape of one example, for example (1, 28, 28): (channels, height, width).</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The data set whose place it takes, and whose owner it gets; null for one more.</summary>
    public Guid? Replaces { get; init; }
}
