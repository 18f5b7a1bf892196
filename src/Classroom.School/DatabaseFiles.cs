using System.Data.Common;
using System.Runtime.Versioning;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

/// <summary>The files of a SQLite database.</summary>
internal static class DatabaseFiles
{
    // SQLite's log and shared memory, and what we lock.
    private static readonly string[] Endings = ["", "-wal", "-shm", ".migrating", ".serving"];

    /// <summary>The file behind a SQLite context; null for another provider or a database in memory.</summary>
    public static string? Find(ClassroomDbContext db)
    {
        if (db.Database.ProviderName != "Microsoft.EntityFrameworkCore.Sqlite")
        {
            return null;
        }

        var source = db.Database.GetDbConnection().DataSource;
        return source is "" or ":memory:" || source.StartsWith("file:", StringComparison.Ordinal) ? null : Path.GetFullPath(source);
    }

    /// <summary>SQLite's codes 11, a page that cannot be, and 26, another kind of file; its provider is not known here.</summary>
    public static bool IsDamage(DbException fault) =>
        fault.Message.StartsWith("SQLite Error 11:", StringComparison.Ordinal)
            || fault.Message.StartsWith("SQLite Error 26:", StringComparison.Ordinal);

    /// <summary>
    /// For nobody else on the machine, also where an earlier version or a copy has left them open to all. What SQLite makes later
    /// beside the database gets the database's mode.
    /// </summary>
    public static void MakePrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in Endings.Select(ending => file + ending).Where(File.Exists))
            {
                MakePrivateUnix(path);
            }
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void MakePrivateUnix(string path)
    {
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            if (File.GetUnixFileMode(path) != Private)
            {
                File.SetUnixFileMode(path, Private);
            }
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's file that we may nevertheless use: its owner decides.
        }
    }
}
