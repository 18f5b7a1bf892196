namespace Classroom.Training.Data.Import;

/// <summary>What whoever uploads says beside the files.</summary>
public sealed record ImportOptions
{
    public required string Title { get; init; }

    public ImportChoices Choices { get; init; } = new();

    /// <summary>Where to unpack; what is put there is gone when the import has failed or its result is disposed.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
