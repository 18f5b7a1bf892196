namespace Classroom.Training.Data.Import;

/// <summary>A file that nobody finds again once it is disposed, or once the process has ended however that happened.</summary>
public sealed class TemporaryFile : IDisposable
{
    private const string Prefix = "classroom-import-";
    private const int Buffer = 64 * 1024;

    /// <param name="folder">Where there is room; its disk is written to, not memory.</param>
    public TemporaryFile(string folder)
    {
        var path = Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = Buffer };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
        }
        else
        {
            // What is uploaded is for nobody else on the machine.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Stream = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // An open file needs no name: not even a killed process leaves it behind.
            File.Delete(path);
        }
    }

    /// <summary>For writing.</summary>
    public FileStream Stream { get; }

    /// <summary>All of it from its start; the file outlives the stream.</summary>
    public Stream OpenRead()
    {
        Stream.Flush();
        return new WindowStream(Stream, 0, Stream.Length);
    }

    public void Dispose() => Stream.Dispose();
}
