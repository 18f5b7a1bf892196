namespace Classroom.Training.Data;

/// <summary>What is known of a data set without its examples.</summary>
public record DataSetInfo
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required DataSetKind Kind { get; init; }

    /// <summary>Pictures, windows of text, rows or sequences; <see cref="Train"/> and <see cref="Validation"/> together.</summary>
    public int Examples => Train + Validation;

    public required int Train { get; init; }

    public required int Validation { get; init; }

    /// <summary>
    /// One example. Image: height and width in pixels. Text: characters in a window. Table: columns. Sequence: length and
    /// numbers at each place.
    /// </summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Names of the labels in order, or the characters of the vocabulary; empty where a number is to be predicted.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Table and sequence: one for each number of a row or place. Image and text: empty.</summary>
    public IReadOnlyList<ColumnScale> Columns { get; init; } = [];

    /// <summary>Imported: how its files were read. Null for built-in data sets and for those of earlier versions.</summary>
    public DataSetReading? Reading { get; init; }

    /// <summary>Steps of an epoch; the last one takes what is left.</summary>
    /// <param name="batchSize">Examples of a whole batch.</param>
    public int StepsPerEpoch(int batchSize) => (Train + batchSize - 1) / batchSize;

    /// <summary>The network predicts a number, not a class.</summary>
    public bool IsRegression => Classes.Count == 0;
}
