using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Classroom.School;

public sealed class SchoolDatabase(IDbContextFactory<ClassroomDbContext> contexts)
{
    // Any number that nobody else uses on this database.
    private const long MigrationLock = 0x436C617373726F6D;

    // A second's work.
    private const long LargestRead = 512L * 1024 * 1024;

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The folder of the database's file; null for PostgreSQL and for a database in memory.</summary>
    public string? FindFolder()
    {
        using var db = contexts.CreateDbContext();
        return Path.GetDirectoryName(DatabaseFiles.Find(db));
    }

    /// <summary>Where people and their work are stored, for people: never with a password.</summary>
    public string Describe()
    {
        using var db = contexts.CreateDbContext();
        var connection = db.Database.GetDbConnection();
        return DatabaseFiles.Find(db) is { } file
            ? $"the SQLite database {file}"
            : $"the database {connection.Database} at {connection.DataSource}";
    }

    /// <summary>
    /// Keeps every other process from serving this database until it is disposed or the process ends. Null where several may:
    /// the nodes of a cluster share one PostgreSQL.
    /// </summary>
    /// <exception cref="DatabaseInUseException">Another process has claimed it.</exception>
    public IDisposable? Claim()
    {
        using var db = contexts.CreateDbContext();
        return DatabaseFiles.Find(db) is { } file ? DatabaseClaim.Take(file) : null;
    }

    /// <summary>
    /// For a command beside a process that may be serving: a database of this version is left alone, and one of another version is
    /// changed only while nobody serves it.
    /// </summary>
    /// <exception cref="DatabaseInUseException">It would have to be changed, and another process is using it.</exception>
    public async Task MigrateAloneAsync(CancellationToken cancellationToken = default)
    {
        await RequireSoundAsync(cancellationToken);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                return;
            }
        }

        using var claim = Claim();
        await MigrateAsync(cancellationToken);
    }

    /// <summary>Brings the database to this program's version; creates it where there is none.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (DatabaseFiles.Find(db) is not { } file)
        {
            await MigratePostgresAsync(db, cancellationToken);
            return;
        }

        await using var gate = await MigrationGate.EnterAsync(file, cancellationToken);
        DatabaseFiles.MakePrivate(file);
        await MigrationGate.RemoveStaleLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        // Again for what the migration itself has made.
        DatabaseFiles.MakePrivate(file);
    }

    /// <summary>Really writes something, and stores it: a full disk, a read-only database and missing rights show only so.</summary>
    /// <exception cref="DbException">Nothing can be written.</exception>
    public async Task WriteProbeAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (DatabaseFiles.Find(db) is not null)
        {
            await WriteSqliteProbeAsync(db, cancellationToken);
            return;
        }

        // A new version of the row of the newest migration, with what was in it.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "__EFMigrationsHistory" SET "ProductVersion" = "ProductVersion"
            WHERE "MigrationId" = (SELECT MAX("MigrationId") FROM "__EFMigrationsHistory")
            """,
            cancellationToken);
    }

    /// <summary>Reads through a SQLite file, unless it is so large that the start would take long.</summary>
    /// <exception cref="DatabaseDamagedException">It is damaged, or no database at all.</exception>
    public async Task RequireSoundAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (DatabaseFiles.Find(db) is not { } file || new FileInfo(file) is not { Exists: true, Length: > 0 and <= LargestRead })
        {
            return;
        }

        // A connection of its own: on one of EF's every fault is logged too, with its trace.
        var known = db.Database.GetDbConnection();
        await using var connection = DbProviderFactories.GetFactory(known)!.CreateConnection()!;
        connection.ConnectionString = known.ConnectionString;
        object? found;
        try
        {
            await connection.OpenAsync(cancellationToken);
            found = await ReadAsync(connection, "PRAGMA quick_check(1)", Patience, cancellationToken);
        }
        catch (DbException fault) when (DatabaseFiles.IsDamage(fault))
        {
            throw new DatabaseDamagedException(file, fault.Message, fault);
        }

        if (found is not "ok")
        {
            throw new DatabaseDamagedException(file, $"{found}");
        }
    }

    /// <summary>
    /// SQLite skips a write that changes nothing, so a number that it keeps for the program, and that nothing else uses, counts up.
    /// </summary>
    private static async Task WriteSqliteProbeAsync(ClassroomDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        var count = Convert.ToInt64(
            await ReadAsync(connection, "PRAGMA user_version", ProbePatience, cancellationToken), CultureInfo.InvariantCulture);
        // Two commands: of two statements in one, the fault of the second is lost where the first has answered a row.
        await ReadAsync(
            connection,
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {ProbePatience.TotalMilliseconds}"),
            ProbePatience,
            cancellationToken);
        await ReadAsync(
            connection,
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {(count + 1) & 0xFFFF}"),
            ProbePatience,
            cancellationToken);
    }

    private static async Task<object?> ReadAsync(
        DbConnection connection, string sql, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = (int)patience.TotalSeconds;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>
    /// EF's own lock ends with each migration, so that a second start could slip in between two of them and do the next one too.
    /// This lock belongs to the connection, and PostgreSQL drops it together with the connection of whoever held it.
    /// </summary>
    private static async Task MigratePostgresAsync(ClassroomDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        db.Database.SetCommandTimeout(Patience);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
            db.Database.SetCommandTimeout((int?)null);
        }
    }
}
