namespace Classroom.Training;

/// <summary>What is known of a data set without its examples.</summary>
public record DataSetInfo
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required DataSetKind Kind { get; init; }

    /// <summary>Pictures, or windows of text; <see cref="Train"/> and <see cref="Validation"/> together.</summary>
    public int Examples => Train + Validation;

    public required int Train { get; init; }

    public required int Validation { get; init; }

    /// <summary>One example: height and width in pixels, or the number of characters in a window.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Names of the labels in order, or the characters of the vocabulary.</summary>
    public required IReadOnlyList<string> Classes { get; init; }
}
