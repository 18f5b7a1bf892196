using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

public sealed class SchoolDatabase(IDbContextFactory<ClassroomDbContext> contexts)
{
    /// <summary>Brings the database to this program's version; creates it where there is none.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (MigrationGate.DatabaseFile(db) is not { } file)
        {
            // PostgreSQL drops its lock together with the connection of whoever held it.
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await using var gate = await MigrationGate.EnterAsync(file, cancellationToken);
        await MigrationGate.RemoveStaleLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
