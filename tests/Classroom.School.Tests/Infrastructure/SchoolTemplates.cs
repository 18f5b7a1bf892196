using System.Collections.Concurrent;
using Classroom.School.Tests;
using Microsoft.Data.Sqlite;

[assembly: AssemblyFixture(typeof(SchoolTemplates))]

namespace Classroom.School.Tests;

/// <summary>
/// Migrates one empty school per provider. A test on SQLite gets a copy of the file. A copy costs PostgreSQL more than most tests
/// take, so there a test gets the emptied database of one that has ended, and a copy only where none is free.
/// </summary>
public sealed class SchoolTemplates : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("classroom-school-").FullName;
    private readonly string postgresTemplate = NewName("template");
    private readonly ConcurrentBag<string> freeDatabases = [];
    private readonly Lazy<Task<string>> sqlite;
    private readonly Lazy<Task<string>> postgres;

    public SchoolTemplates()
    {
        sqlite = new(async () =>
        {
            var file = Path.Combine(folder, "template.db");
            await using (var school = new TestSchool(Provider.Sqlite, SqliteConnection(file), () => Task.CompletedTask))
            {
                await school.Database.MigrateAsync();
            }

            // Closing the last connection folds the write-ahead log into the file that is to be copied.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return file;
        });
        postgres = new(async () =>
        {
            await PostgresServer.CreateAsync(postgresTemplate);
            var connection = PostgresServer.ConnectionString(postgresTemplate);
            await using (var school = new TestSchool(Provider.Postgres, connection, () => Task.CompletedTask))
            {
                await school.Database.MigrateAsync();
            }

            await using (var pool = new Npgsql.NpgsqlConnection(connection))
            {
                Npgsql.NpgsqlConnection.ClearPool(pool);
            }

            return postgresTemplate;
        });
    }

    /// <summary>A migrated school without any people.</summary>
    public async Task<TestSchool> OpenAsync(Provider provider, SchoolLimits? limits = null, TimeZoneInfo? timeZone = null)
    {
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(folder, NewName("school") + ".db");
            File.Copy(await sqlite.Value, file);
            return new TestSchool(provider, SqliteConnection(file), () => RemoveAsync(file), limits, timeZone);
        }

        if (!freeDatabases.TryTake(out var database))
        {
            database = NewName("school");
            await PostgresServer.CreateAsync(database, await postgres.Value);
        }

        return new TestSchool(provider, PostgresServer.ConnectionString(database), () => ReturnAsync(database), limits, timeZone);
    }

    /// <summary>A school whose database is still to be created or migrated.</summary>
    public async Task<TestSchool> OpenUnmigratedAsync(Provider provider)
    {
        var name = NewName("new");
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(folder, "not-there-yet", name + ".db");
            return new TestSchool(provider, SqliteConnection(file), () => RemoveAsync(file));
        }

        await PostgresServer.CreateAsync(name);
        return new TestSchool(provider, PostgresServer.ConnectionString(name), () => PostgresServer.DropAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        foreach (var database in freeDatabases)
        {
            await PostgresServer.DropAsync(database);
        }

        if (postgres.IsValueCreated && postgres.Value.IsCompletedSuccessfully)
        {
            await PostgresServer.DropAsync(postgresTemplate);
        }
    }

    private static string NewName(string kind) => $"classroom_{kind}_{Guid.NewGuid():N}";

    private static string SqliteConnection(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;

    private async Task ReturnAsync(string database)
    {
        await PostgresServer.EmptyAsync(database);
        freeDatabases.Add(database);
    }

    private static Task RemoveAsync(string file)
    {
        using (var connection = new SqliteConnection(SqliteConnection(file)))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }

        foreach (var ending in new[] { "", "-wal", "-shm", ".migrating" })
        {
            File.Delete(file + ending);
        }

        return Task.CompletedTask;
    }
}
