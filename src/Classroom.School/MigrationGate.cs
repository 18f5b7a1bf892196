using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

/// <summary>
/// Lets one process at a time migrate a SQLite file. EF's own lock is a row in the database, which outlives a killed process and
/// would make the next start wait for ever. A lock on a file beside the database ends with its process, so whoever holds it
/// knows that such a row is stale.
/// </summary>
internal sealed class MigrationGate : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FileStream held;

    private MigrationGate(FileStream held) => this.held = held;

    public static async Task<MigrationGate> EnterAsync(string databaseFile, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(databaseFile)!);
        var path = databaseFile + ".migrating";
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new MigrationGate(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (FileLocks.IsHeldByAnother(held))
            {
                if (DateTime.UtcNow > deadline)
                {
                    throw new TimeoutException(
                        $"Another process has been migrating the database for {Patience.TotalMinutes:0} minutes: it holds {path}. "
                        + "Wait for it or end it, then start again.",
                        held);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    /// <summary>Only for a holder of the gate: to anyone else the row may be the lock of a migration that is under way.</summary>
    public static async Task RemoveStaleLockAsync(ClassroomDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return;
        }

        var tables = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    /// <summary>The file itself stays: deleting it would let two processes hold a lock of the same name.</summary>
    public ValueTask DisposeAsync() => held.DisposeAsync();
}
