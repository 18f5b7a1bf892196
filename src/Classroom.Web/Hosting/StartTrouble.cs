using System.Net.Sockets;
using Classroom.Curriculum.Loading;
using Classroom.Runs.Cluster;
using Classroom.School;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Classroom.Web.Hosting;

/// <summary>What keeps the program from starting, in a sentence for whoever starts it.</summary>
internal static class StartTrouble
{
    // SQLite's result codes.
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>One sentence for each fault; null for what is a mistake of ours, and wants its trace.</summary>
    public static IReadOnlyList<string>? Describe(Exception failure) => failure switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        ContentException or NodeEndpointException or DatabaseInUseException or DatabaseDamagedException => [failure.Message],
        // A setting of another type, such as a word where a number belongs: the binder's message names it.
        InvalidOperationException { InnerException: FormatException or ArgumentException } => [failure.Message],
        IOException { InnerException: AddressInUseException } =>
            [
                $"{failure.Message.TrimEnd('.')} by another program, perhaps another Classroom: end it, or choose another address with "
                + "ASPNETCORE_URLS."
            ],
        _ when Find<SqliteException>(failure) is { } sqlite => [Describe(sqlite)],
        _ when Find<NpgsqlException>(failure) is { } postgres =>
            [
                $"the database does not answer as it should ({postgres.GetBaseException().Message.TrimEnd('.')}): check that PostgreSQL "
                + "runs, and ConnectionStrings__Classroom."
            ],
        TimeoutException => [failure.Message],
        _ when Find<SocketException>(failure) is { } socket =>
            [$"the program cannot listen at its address ({socket.Message}): choose another one with ASPNETCORE_URLS."],
        IOException or UnauthorizedAccessException => [failure.Message],
        _ => null,
    };

    private static string Describe(SqliteException fault) => fault.SqliteErrorCode switch
    {
        ReadOnly
            or CannotOpen =>
                $"the database cannot be written ({fault.Message.TrimEnd('.')}): make its file and its folder writable for the user that "
                + "runs Classroom.",
        Corrupt or NoDatabase => $"the database is damaged ({fault.Message.TrimEnd('.')}): put a backup in its place.",
        Full => "the disk that holds the database is full: make room on it.",
        InputOutput => "the disk that holds the database does not read or write as it should: make room on it, and check it.",
        _ => $"the database does not work ({fault.Message.TrimEnd('.')}).",
    };

    private static T? Find<T>(Exception? failure)
        where T : Exception => failure is null ? null : failure as T ?? Find<T>(failure.InnerException);
}
