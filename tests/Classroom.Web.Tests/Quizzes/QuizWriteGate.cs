using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>A database that takes its time: while closed, writes wait in front of it, or what was read of attempts behind it.</summary>
internal sealed class QuizWriteGate : DbCommandInterceptor
{
    private TaskCompletionSource? closed;
    private TaskCompletionSource? closedToReads;

    public void Close() => closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void CloseToReads() => closedToReads = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open()
    {
        closed?.TrySetResult();
        closedToReads?.TrySetResult();
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await (closed?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return result;
    }

    // By now it is settled what will be read.
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("\"Attempts\"", StringComparison.Ordinal))
        {
            await (closedToReads?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        }

        return result;
    }
}
