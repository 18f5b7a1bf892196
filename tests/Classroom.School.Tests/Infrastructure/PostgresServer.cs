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

    private static string AdminConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{Variable} is not set, so there is no PostgreSQL to test on: run bash tests/run.sh");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
