using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>One class's progress on this node, as all who look at it are shown it.</summary>
internal sealed class ProgressBoard(
    int classId, ProgressService progress, ProgressStampReader stamps, TimeProvider clock, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim reading = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly List<ProgressWatch> watches = [];
    private TaskCompletionSource more = NewSignal();
    private ClassProgress? current;
    private ProgressStamp? stamp;
    private Task? following;

    public int ClassId => classId;

    public void Add(ProgressWatch watch)
    {
        lock (gate)
        {
            watches.Add(watch);
        }
    }

    /// <returns>True where nobody looks anymore.</returns>
    public bool Remove(ProgressWatch watch)
    {
        lock (gate)
        {
            return watches.Remove(watch) && watches.Count == 0;
        }
    }

    /// <summary>What there is, and what tells that there is more.</summary>
    public (ClassProgress Progress, Task More) Read()
    {
        lock (gate)
        {
            return (current!, more.Task);
        }
    }

    /// <summary>Reads the class in the name of one who looks, where it has changed. False where she may not.</summary>
    public async Task<bool> RefreshAsync(ProgressWatch watch, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            // Before the class itself: what changes in between is found the next time.
            var now = await stamps.ReadAsync(watch.Actor, classId, cancellationToken);
            if (now is not null && (current is null || now != stamp))
            {
                if (await progress.ClassProgressAsync(watch.Actor, classId, cancellationToken) is not { } read)
                {
                    return false;
                }

                Publish(read, now);
            }

            return now is not null;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Begins to look once a second, once.</summary>
    public void Follow()
    {
        lock (gate)
        {
            following ??= FollowAsync(closing.Token);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var troubled = false;
        try
        {
            while (true)
            {
                await Task.Delay(BetweenLooks, clock, cancellationToken);
                try
                {
                    await LookAsync(cancellationToken);
                    troubled = false;
                }
                catch (Exception trouble) when (!cancellationToken.IsCancellationRequested)
                {
                    if (!troubled)
                    {
                        logger.LogError(trouble, "The progress of class {Class} cannot be read; it is tried again each second", classId);
                    }

                    troubled = true;
                }
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody looks anymore, and what was being read does not matter.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        List<ProgressWatch> all;
        lock (gate)
        {
            all = [.. watches];
        }

        foreach (var watch in all)
        {
            if (await RefreshAsync(watch, cancellationToken))
            {
                return;
            }

            // She may no longer look; the next one may.
            watch.Lose();
        }
    }

    /// <summary>Once nobody looks anymore.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await (following ?? Task.CompletedTask);
        closing.Dispose();
        reading.Dispose();
    }

    private void Publish(ClassProgress read, ProgressStamp now)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            (current, stamp, before, more) = (read, now, more, NewSignal());
        }

        before.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
