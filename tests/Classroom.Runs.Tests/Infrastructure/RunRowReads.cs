using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Classroom.Runs.Tests;

/// <summary>Counts how often the row of a single run is read.</summary>
internal sealed class RunRowReads : DbCommandInterceptor
{
    private int count;

    /// <summary>Reads since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("FROM \"Runs\" AS \"r\"", StringComparison.Ordinal)
            && command.CommandText.Contains("\"r\".\"Id\" = @", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
