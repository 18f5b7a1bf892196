namespace Classroom.Runs.Live;

/// <summary>One viewer's look at a run; dispose it when she leaves.</summary>
public sealed class RunWatch(LiveRun live, Func<Task> leave) : IAsyncDisposable
{
    private int left;

    public LiveRun Live { get; } = live;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref left, 1) == 0)
        {
            await leave();
        }
    }
}
