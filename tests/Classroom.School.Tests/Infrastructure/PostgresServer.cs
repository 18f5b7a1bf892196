using Npgsql;

namespace Classroom.School.Tests;

/// <summary>The server that tests/run.sh started; each test gets a database of its own on it.</summary>
internal static class PostgresServer
{
    private const string Variable = "CLASSROOM_TEST_POSTGRES";

    public static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = database, MaxPoolSize = 12 }.ConnectionString;

    public static Task CreateAsync(string database, string template = "template1") =>
        ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"");

    public static async Task DropAsync(string database)
    {
        await using (var connection = new NpgsqlConnection(ConnectionString(database)))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
    }

    /// <summary>Empties every table but the list of migrations; much faster than a new database.</summary>
    public static Task EmptyAsync(string database) => ExecuteAsync(
        """
        DO $$
        DECLARE name text;
        BEGIN
            -- Without foreign keys, the order of the tables does not matter.
            SET LOCAL session_replication_role = replica;
            FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' LOOP
                EXECUTE format('DELETE FROM %I', name);
            END LOOP;
        END $$
        """,
        ConnectionString(database));

    private static string AdminConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{Variable} is not set, so there is no PostgreSQL to test on: run bash tests/run.sh");

    private static async Task ExecuteAsync(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection(connectionString ?? AdminConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
