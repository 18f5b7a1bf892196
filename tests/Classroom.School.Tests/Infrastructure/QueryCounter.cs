using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Classroom.School.Tests;

/// <summary>Counts what is read from a school's database.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private int count;

    /// <summary>Queries since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
