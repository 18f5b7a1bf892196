using System.Text.Json.Serialization;

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

/// <param name="Name">As the header names it, or "Column 3" without one.</param>
/// <param name="IsLabel">The column with the labels; the others hold numbers.</param>
/// <param name="IsConstant">All training rows have the same number: it tells the network nothing.</param>
public sealed record ReadColumn(string Name, bool IsLabel, bool IsConstant)
{
    /// <summary>The name as it stands in the file, where that is another spelling; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InFile { get; init; }

    /// <summary>What a comma within the column's numbers was taken for.</summary>
    public CommaMeaning Comma { get; init; }
}

/// <summary>What a comma within a number means.</summary>
public enum CommaMeaning
{
    /// <summary>No number of the column has one.</summary>
    None,

    /// <summary>3,5 is three and a half.</summary>
    Decimal,

    /// <summary>1,234 is one thousand two hundred and thirty-four.</summary>
    Thousands,
}

/// <param name="Name">The label.</param>
/// <param name="Train">Training examples.</param>
/// <param name="Validation">Validation examples.</param>
public sealed record ReadClass(string Name, int Train, int Validation);

/// <summary>How examples were divided into those to train on and those to validate.</summary>
public enum SplitKind
{
    /// <summary>Shuffled, always the same way, and a fifth of each class for validation.</summary>
    Stratified,

    /// <summary>As the folders say: train and test.</summary>
    Folders,

    /// <summary>In the order of the text, its last fifth for validation.</summary>
    InOrder,
}
