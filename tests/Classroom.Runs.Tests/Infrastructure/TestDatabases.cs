using Classroom.Runs.DataSets;
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

    public static Action<DbContextOptionsBuilder> Use(Provider provider, string connection) => provider == Provider.Sqlite
        ? options => options.UseSchoolSqlite(connection)
        : options => options.UseSchoolPostgres(connection);

    public async Task<Action<DbContextOptionsBuilder>> CreateAsync(Provider provider) =>
        Use(provider, await CreateForProcessesAsync(provider));

    /// <summary>A database by its connection string, which another process can be given.</summary>
    public async Task<string> CreateForProcessesAsync(Provider provider)
    {
        var name = $"classroom_runs_{Guid.NewGuid():N}";
        string connection;
        if (provider == Provider.Sqlite)
        {
            connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"{name}.db") }.ConnectionString;
        }
        else
        {
            await PostgresServer.CreateAsync(name);
            lock (postgres)
            {
                postgres.Add(name);
            }

            connection = PostgresServer.ConnectionString(name);
        }

        await using var school = OpenSchool(Use(provider, connection));
        await school.GetRequiredService<SchoolDatabase>().MigrateAsync(Ct);
        return connection;
    }

    /// <summary>The school's services on a database, with nothing that trains.</summary>
    public static ServiceProvider OpenSchool(Action<DbContextOptionsBuilder> database)
    {
        var services = new ServiceCollection();
        services.AddSchool(new SchoolOptions { Database = database });
        services.AddSingleton<DataSetCatalog>();
        return services.BuildServiceProvider();
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
