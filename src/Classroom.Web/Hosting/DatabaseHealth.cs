using Classroom.School;
using Classroom.Web.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Classroom.Web.Hosting;

/// <summary>Whether something can be written to the database.</summary>
public sealed class DatabaseHealth(SchoolDatabase database, IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
    : RememberedHealth(clock)
{
    private const int SqliteBusy = 5;

    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SqliteBusy)
        {
            // Somebody else is writing just now, a large data set perhaps: so it can be written.
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (DatabaseTrouble.IsBehind(failure))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return HealthCheckResult.Unhealthy(await db.Database.CanConnectAsync(cancellationToken)
                ? $"The database cannot be written: {Reason(failure.GetBaseException())}."
                : "The database does not answer.");
        }
    }

    private static string Reason(Exception failure) =>
        (failure is PostgresException postgres ? postgres.MessageText : failure.Message).TrimEnd('.');
}
