using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Classroom.Runs.Tests;

/// <summary>Lets a SQLite file grow no further while it is full: SQLite then answers as on a disk without room.</summary>
internal sealed class FullDisk : DbConnectionInterceptor
{
    private const int SqlitesOwnLimit = 1_073_741_823;

    private volatile bool isFull;

    public bool IsFull
    {
        get => isFull;
        set => isFull = value;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Limit(connection);
        return Task.CompletedTask;
    }

    private void Limit(DbConnection connection)
    {
        // One page is too little: SQLite takes the file as it is for the limit.
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {(isFull ? 1 : SqlitesOwnLimit)}";
        command.ExecuteNonQuery();
    }
}
