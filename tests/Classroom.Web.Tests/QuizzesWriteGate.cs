using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Classroom.Web.Tests;

/// <summary>A database that takes its time: while closed, writes wait in front of it.</summary>
internal sealed class QuizzesWriteGate : DbCommandInterceptor
{
    private TaskCompletionSource? closed;

    public void Close() => closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => closed?.TrySetResult();

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await (closed?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return result;
    }
}
