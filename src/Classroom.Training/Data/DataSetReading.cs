namespace Classroom.Training.Data;

/// <summary>
/// How files became a data set: the one description that the preview shows, that is stored with the examples, that the API
/// gives, and that model.py follows.
/// </summary>
public sealed record DataSetReading
{
    /// <summary>For people: CSV table, ZIP of pictures, IDX, or text.</summary>
    public required string Format { get; init; }

    /// <summary>What was taken, whether it was chosen or plain from the files. Null where the format has no such thing.</summary>
    public ImportChoices Taken { get; init; } = new();

    /// <summary>Table: every column of the file in its order.</summary>
    public IReadOnlyList<ReadColumn> Columns { get; init; } = [];

    /// <summary>With labels: every class, also one that is declared and has no example.</summary>
    public IReadOnlyList<ReadClass> Classes { get; init; } = [];

    /// <summary>Table of pixels that became pictures: the number that is white; 0 is black. Otherwise null.</summary>
    public int? White { get; init; }

    public SplitKind Split { get; init; }

    /// <summary>What a careful person would want to know, each as a sentence: a constant column, an absent class, files left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
