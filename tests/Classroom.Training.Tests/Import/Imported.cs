namespace Classroom.Training.Tests;

/// <summary>An import with its data set in memory; nothing of it is left in the temporary folder.</summary>
internal sealed record Imported(DataSet? DataSet, IReadOnlyList<ImportError> Errors)
{
    /// <summary>All faults, each with its place.</summary>
    public string Faults => string.Join('\n', Errors);

    public static Imported Read(string name, byte[] content, string? labelColumn = null, ImportLimits? limits = null) =>
        Read([(name, new MemoryStream(content))], labelColumn, limits);

    public static Imported Read(params IEnumerable<(string Name, byte[] Content)> files) =>
        Read([.. files.Select(file => (file.Name, (Stream)new MemoryStream(file.Content)))]);

    public static Imported Read((string Name, Stream Content)[] files, string? labelColumn = null, ImportLimits? limits = null)
    {
        var folder = Directory.CreateTempSubdirectory("classroom-import-test-");
        try
        {
            using var result = DataSetImport.Read(
                files, new() { Title = "Imported", LabelColumn = labelColumn, TemporaryFolder = folder.FullName }, limits, TestContext.Current.CancellationToken);
            Assert.Equal(result.IsValid, result.Errors.Count == 0);
            var data = result.DataSet?.Load();
            Assert.Equal(result.DataSet?.Info.Description, data?.Description);
            return new(data, result.Errors);
        }
        finally
        {
            // Not recursive: a file that was left makes this fail.
            folder.Delete();
        }
    }
}
