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
            var connection = await CreatePostgresAsync(name);
            database = options => options.UseSchoolPostgres(connection);
        }

        await MigrateAsync(database);
        return database;
    }

    /// <summary>A migrated, empty database by its connection string, as the nodes of a cluster have it.</summary>
    public async Task<string> CreateForClusterAsync()
    {
        var connection = await CreatePostgresAsync($"classroom_runs_{Guid.NewGuid():N}");
        await MigrateAsync(options => options.UseSchoolPostgres(connection));
        return connection;
    }

    private async Task<string> CreatePostgresAsync(string name)
    {
        await PostgresServer.CreateAsync(name);
        lock (postgres)
        {
            postgres.Add(name);
        }

        return PostgresServer.ConnectionString(name);
    }

    private static async Task MigrateAsync(Action<DbContextOptionsBuilder> database)
    {
        var services = new ServiceCollection();
        services.AddSchool(new SchoolOptions { Database = database });
        await using var provided = services.BuildServiceProvider();
        await provided.GetRequiredService<SchoolDatabase>().MigrateAsync(Ct);
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
