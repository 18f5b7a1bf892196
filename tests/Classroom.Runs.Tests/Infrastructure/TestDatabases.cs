using Classroom.Runs.Tests;
using Classroom.School.Postgres;
using Classroom.School.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Classroom.Runs.Tests;

/// <summary>Makes migrated, empty databases of both providers, and removes them after the last test.</summary>
public sealed class TestDatabases : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("classroom-runs-").FullName;
    private readonly List<string> postgres = [];

    public async Task<Action<DbContextOptionsBuilder>> CreateAsync(Provider provider)
    {
        var name = $"classroom_runs_{Guid.NewGuid():N}";
        Action<DbContextOptionsBuilder> database;
        if (provider == Provider.Sqlite)
        {
            var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"{name}.db") }.ConnectionString;
            database = options => options.UseSchoolSqlite(connection);
        }
        else
        {
            await PostgresServer.CreateAsync(name);
            lock (postgres)
            {
                postgres.Add(name);
            }

            var connection = PostgresServer.ConnectionString(name);
            database = options => options.UseSchoolPostgres(connection);
        }

        var services = new ServiceCollection();
        services.AddSchool(new SchoolOptions { Database = database });
        await using var provided = services.BuildServiceProvider();
        await provided.GetRequiredService<SchoolDatabase>().MigrateAsync(Ct);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in postgres)
        {
            await PostgresServer.DropAsync(name);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
