namespace Classroom.School;

/// <summary>A run whose config has already been found valid.</summary>
public sealed record NewRun
{
    public string? Title { get; init; }

    /// <summary>The term whose experiment this belongs to.</summary>
    public string? Slug { get; init; }

    public required string ConfigJson { get; init; }

    public required string DataSetId { get; init; }

    public required int Steps { get; init; }

    public required int Epochs { get; init; }
}
