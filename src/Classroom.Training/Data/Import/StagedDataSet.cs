namespace Classroom.Training.Data.Import;

/// <summary>
/// An imported data set in its stored form, in a temporary file: it costs no memory, however large it is. The file is gone
/// once this is disposed.
/// </summary>
public sealed class StagedDataSet : IDisposable
{
    private readonly TemporaryFile file;

    private StagedDataSet(DataSetInfo info, TemporaryFile file)
    {
        Info = info;
        this.file = file;
    }

    public DataSetInfo Info { get; }

    /// <summary>Reads the stored form from its start; one reader at a time.</summary>
    public Stream OpenRead() => file.OpenRead();

    /// <summary>All of it in memory, for whoever trains without a store.</summary>
    public DataSet Load() => DataSet.Read(OpenRead());

    public void Dispose() => file.Dispose();

    internal static StagedDataSet Write(DataSetHeader header, string folder, Action<Stream> writeExamples)
    {
        var file = new TemporaryFile(folder);
        try
        {
            DataSetFormat.Write(file.Stream, header, writeExamples);
            return new(header.Info, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static StagedDataSet Write(DataSet data, string folder) =>
        Write(DataSetHeader.From(data), folder, examples => DataSetFormat.WriteExamples(examples, data));
}
