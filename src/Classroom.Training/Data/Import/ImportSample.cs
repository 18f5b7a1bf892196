namespace Classroom.Training.Data.Import;

/// <summary>The first examples as they were read, for people to check.</summary>
public sealed record ImportSample
{
    /// <summary>Table: the first rows, a text for each column in the order of <see cref="DataSetReading.Columns"/>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>Pictures: some of each class.</summary>
    public IReadOnlyList<SamplePicture> Pictures { get; init; } = [];

    /// <summary>Text: how it begins.</summary>
    public string Text { get; init; } = "";
}
