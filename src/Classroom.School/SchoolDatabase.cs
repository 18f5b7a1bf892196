using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Classroom.School;

public sealed class SchoolDatabase(IDbContextFactory<ClassroomDbContext> contexts)
{
    // Any number that nobody else uses on this database.
    private const long MigrationLock = 0x436C617373726F6D;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Brings the database to this program's version; creates it where there is none.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (MigrationGate.DatabaseFile(db) is not { } file)
        {
            await MigratePostgresAsync(db, cancellationToken);
            return;
        }

        await using var gate = await MigrationGate.EnterAsync(file, cancellationToken);
        await MigrationGate.RemoveStaleLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
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
