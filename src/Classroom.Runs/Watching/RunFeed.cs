using System.Collections.Concurrent;
using Classroom.School;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs;

/// <summary>
/// This node's one observer of all runs that somebody here watches. It asks a run's grain once, however many circuits
/// and event streams look at the run, and keeps nothing of a run that nobody watches.
/// </summary>
public sealed class RunFeed(RunStore store, IGrainFactory grains, ILogger<RunFeed> logger) : BackgroundService, IRunObserver
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Watch> watches = new();
    private IRunObserver? reference;

    /// <summary>Watches a run; null where there is none. Whether this viewer may see it must have been asked before.</summary>
    public async Task<RunWatch?> WatchAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(runId, static id => new Watch(id));
            await watch.Gate.WaitAsync(cancellationToken);
            try
            {
                if (watch.Closed)
                {
                    continue;
                }

                watch.Live ??= await OpenAsync(runId, cancellationToken);
                if (watch.Live is null)
                {
                    Close(watch);
                    return null;
                }

                watch.Viewers++;
                return new RunWatch(watch.Live, () => LeaveAsync(watch));
            }
            catch when (watch.Viewers == 0)
            {
                Close(watch);
                throw;
            }
            finally
            {
                watch.Gate.Release();
            }
        }
    }

    async Task IRunObserver.OnUpdateAsync(RunUpdate update)
    {
        if (!watches.TryGetValue(update.RunId, out var watch))
        {
            return;
        }

        await watch.Gate.WaitAsync();
        try
        {
            if (watch.Live is { } live && !TryAdd(live, update))
            {
                // An update was lost on the way; the store has it.
                await CatchUpAsync(live, CancellationToken.None);
            }
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Run {Run}: an update could not be shown", update.RunId);
        }
        finally
        {
            watch.Gate.Release();
        }
    }

    /// <summary>Observers are forgotten after two minutes, and with a grain that moves: subscribe again and again.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RenewEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var watch in watches.Values)
            {
                if (watch.Live is not { } live || live.IsFinished)
                {
                    continue;
                }

                await watch.Gate.WaitAsync(stoppingToken);
                try
                {
                    await SubscribeAsync(live.Id);
                    await CatchUpAsync(live, stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    logger.LogWarning(fault, "Run {Run}: watching could not be renewed", live.Id);
                }
                finally
                {
                    watch.Gate.Release();
                }
            }
        }
    }

    private static bool TryAdd(LiveRun live, RunUpdate update) => live.TryAdd(
        update.FirstSequence,
        update.Chunk is null ? [] : CurveCodec.Decode(update.FirstSequence, update.Chunk),
        update.FirstFrame,
        update.Frames,
        update.Status);

    private async Task<LiveRun?> OpenAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(runId, cancellationToken) is not { } run)
        {
            return null;
        }

        var live = new LiveRun(runId, RunStatus.Of(run));
        if (!run.State.IsFinished())
        {
            // First subscribe, then read: whatever is stored in between arrives twice rather than never.
            await SubscribeAsync(runId);
        }

        await CatchUpAsync(live, cancellationToken);
        return live;
    }

    private async Task CatchUpAsync(LiveRun live, CancellationToken cancellationToken)
    {
        // The row first: its state is then never ahead of the points that are read after it.
        if (await store.FindAsync(live.Id, cancellationToken) is not { } run)
        {
            return;
        }

        var (firstPoint, firstFrame) = (live.PointCount, live.FrameCount);
        var chunks = await store.ReadChunksAsync(live.Id, firstPoint, cancellationToken);
        var frames = await store.ReadFramesAsync(live.Id, firstFrame, cancellationToken);
        live.TryAdd(
            chunks.Count > 0 ? chunks[0].FirstSequence : firstPoint,
            [.. chunks.SelectMany(chunk => CurveCodec.Decode(chunk.FirstSequence, chunk.Data))],
            firstFrame,
            [.. frames.Select(frame => new RunFrameMessage(frame.Step, frame.Epoch, frame.Kind, frame.Json))],
            RunStatus.Of(run));
    }

    private Task SubscribeAsync(Guid runId)
    {
        reference ??= grains.CreateObjectReference<IRunObserver>(this);
        return grains.GetGrain<IRunGrain>(runId).WatchAsync(reference);
    }

    private async Task LeaveAsync(Watch watch)
    {
        await watch.Gate.WaitAsync();
        try
        {
            if (--watch.Viewers > 0)
            {
                return;
            }

            Close(watch);
        }
        finally
        {
            watch.Gate.Release();
        }

        if (reference is not null && !watch.Live!.IsFinished)
        {
            await grains.GetGrain<IRunGrain>(watch.RunId).UnwatchAsync(reference);
        }
    }

    private void Close(Watch watch)
    {
        watch.Closed = true;
        watches.TryRemove(watch.RunId, out _);
    }

    private sealed class Watch(Guid runId)
    {
        public Guid RunId { get; } = runId;

        /// <summary>Orders opening, updates and leaving of one run.</summary>
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public LiveRun? Live { get; set; }

        public int Viewers { get; set; }

        public bool Closed { get; set; }
    }
}

/// <summary>One viewer's look at a run; dispose it when she leaves.</summary>
public sealed class RunWatch(LiveRun live, Func<Task> leave) : IAsyncDisposable
{
    private bool left;

    public LiveRun Live { get; } = live;

    public async ValueTask DisposeAsync()
    {
        if (!left)
        {
            left = true;
            await leave();
        }
    }
}
