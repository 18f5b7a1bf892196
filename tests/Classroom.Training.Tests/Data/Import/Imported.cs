using Classroom.Training.Data;
using Classroom.Training.Data.Import;

namespace Classroom.Training.Tests;

/// <summary>An import with its data set in memory; nothing of it is left in the temporary folder.</summary>
internal sealed record Imported(DataSet? DataSet, IReadOnlyList<ImportError> Errors)
{
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];

    public DataSetReading? Reading { get; init; }

    public ImportSample? Sample { get; init; }

    /// <summary>All faults, each with its place.</summary>
    public string Faults => string.Join('\n', Errors);

    /// <summary>What is asked.</summary>
    public string Asked => string.Join('\n', Questions.Select(question => question.Field));

    public static Imported Read(string name, byte[] content, string? labelColumn = null, ImportLimits? limits = null) =>
        Read([(name, new MemoryStream(content))], new() { LabelColumn = labelColumn }, limits);

    public static Imported Read(string name, byte[] content, ImportChoices choices) => Read([(name, new MemoryStream(content))], choices);

    public static Imported Read(params IEnumerable<(string Name, byte[] Content)> files) =>
        Read([.. files.Select(file => (file.Name, (Stream)new MemoryStream(file.Content)))]);

    public static Imported Read((string Name, Stream Content)[] files, ImportChoices? choices = null, ImportLimits? limits = null)
    {
        var folder = Directory.CreateTempSubdirectory("classroom-import-test-");
        try
        {
            using var result = DataSetImport.Read(
                files,
                new() { Title = "Imported", Choices = choices ?? new(), TemporaryFolder = folder.FullName },
                limits,
                TestContext.Current.CancellationToken);
            Assert.Equal(result.IsValid, result.Errors.Count == 0 && result.Questions.Count == 0);
            var data = result.DataSet?.Load();
            Assert.Equal(result.DataSet?.Info.Description, data?.Description);
            return new(data, result.Errors) { Questions = result.Questions, Reading = result.Reading, Sample = result.Sample };
        }
        finally
        {
            // Not recursive: a file that was left makes this fail.
            folder.Delete();
        }
    }
}
