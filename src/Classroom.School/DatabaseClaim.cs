namespace Classroom.School;

/// <summary>
/// Lets one process at a time serve a SQLite file: a second one would train the same runs and know nothing of what the first one
/// has in memory. The lock belongs to the open file, so it ends with its process, however that ends.
/// </summary>
internal sealed class DatabaseClaim : IDisposable
{
    private readonly FileStream held;

    private DatabaseClaim(FileStream held) => this.held = held;

    /// <exception cref="DatabaseInUseException">Another process serves this database.</exception>
    public static DatabaseClaim Take(string databaseFile)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(databaseFile)!);
        var path = databaseFile + ".serving";
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            DatabaseFiles.MakePrivate(databaseFile);
            return new DatabaseClaim(held);
        }
        catch (IOException held) when (FileLocks.IsHeldByAnother(held))
        {
            throw new DatabaseInUseException(databaseFile, held);
        }
    }

    /// <summary>The file itself stays: deleting it would let two processes hold a lock of the same name.</summary>
    public void Dispose() => held.Dispose();
}
