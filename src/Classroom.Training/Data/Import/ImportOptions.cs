namespace Classroom.Training;

/// <summary>What whoever uploads says beside the files.</summary>
public sealed record ImportOptions
{
    public required string Title { get; init; }

    /// <summary>CSV: the name of the column with the labels; null or empty for the column <c>label</c> or, without one, the last.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>Where to unpack; what is put there is gone when the import has failed or its result is disposed.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
