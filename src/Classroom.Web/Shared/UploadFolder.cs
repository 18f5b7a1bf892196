using Classroom.School;

namespace Classroom.Web.Shared;

/// <summary>
/// Where ASP.NET Core puts uploads while they are read. It removes them itself, unless the process is killed: so they lie in a
/// folder of their own, which the next start empties. Where <c>ASPNETCORE_TEMP</c> is set, whoever set it looks after that folder.
/// </summary>
internal sealed class UploadFolder : IDisposable
{
    public const string Name = "uploads";

    private const string Variable = "ASPNETCORE_TEMP";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FileStream inUse;

    private UploadFolder(FileStream inUse) => this.inUse = inUse;

    public static string Current => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen ? chosen : Path.GetTempPath();

    /// <summary>Empties the folder unless another living process has uploads there, and makes it this process's.</summary>
    /// <returns>To be kept until the process takes no more uploads; null where the folder is not ours.</returns>
    public static UploadFolder? Open(string dataDirectory)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, Name));
        var path = Path.Combine(dataDirectory, Name + ".in-use");
        if (TryLock(path, FileShare.None) is { } alone)
        {
            using (alone)
            {
                foreach (var left in folder.EnumerateFiles())
                {
                    left.Delete();
                }
            }
        }

        var held = new UploadFolder(Share(path));
        Environment.SetEnvironmentVariable(Variable, folder.FullName);
        return held;
    }

    /// <summary>The file itself stays: deleting it would let two processes hold a lock of the same name.</summary>
    public void Dispose() => inUse.Dispose();

    /// <summary>Many processes may hold it so; for a moment one that starts may hold it alone.</summary>
    private static FileStream Share(string path)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            if (TryLock(path, FileShare.Read) is { } shared)
            {
                return shared;
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new TimeoutException(
                    $"another Classroom has been emptying its folder of uploads for {Patience.TotalSeconds:0} seconds: it holds {path}.");
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>Null where another process holds it in a way that rules this out; the lock ends with its process.</summary>
    private static FileStream? TryLock(string path, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, share);
        }
        catch (IOException fault) when (FileLocks.IsHeldByAnother(fault))
        {
            return null;
        }
    }
}
