using System.Collections.Concurrent;
using Classroom.School;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs;

/// <summary>
/// This node's one observer of all runs that somebody here watches. It asks a run's grain once, however many circuits
/// and event streams look at the run, and keeps nothing of a run that nobody watches.
/// </summary>
public sealed class RunFeed : BackgroundService, IRunObserver
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(30);

    private readonly RunStore store;
    private readonly IGrainFactory grains;
    private readonly ILogger<RunFeed> logger;
    private readonly ConcurrentDictionary<Guid, Watch> watches = new();

    // One reference for all runs: a second one would be sent everything a second time.
    private readonly Lazy<IRunObserver> reference;

    public RunFeed(RunStore store, IGrainFactory grains, ILogger<RunFeed> logger)
    {
        (this.store, this.grains, this.logger) = (store, grains, logger);
        reference = new(() => grains.CreateObjectReference<IRunObserver>(this));
    }

    /// <summary>Watches a run; null where there is none. Whether this viewer may see it must have been asked before.</summary>
    public async Task<RunWatch?> WatchAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(runId, static id => new Watch(id));

            // Not cancelled here: a watch that nobody has entered would stay in the list.
            await watch.Gate.WaitAsync(CancellationToken.None);
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

    Task IRunObserver.OnUpdateAsync(RunUpdate update)
    {
        if (watches.TryGetValue(update.RunId, out var watch))
        {
            // Not awaited: Orleans brings one update at a time, and one run's slow moment must not hold up all others.
            _ = ShowAsync(watch, update);
        }

        return Task.CompletedTask;
    }

    private async Task ShowAsync(Watch watch, RunUpdate update)
    {
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
                    if (!watch.Closed)
                    {
                        await SubscribeAsync(live.Id);
                        await CatchUpAsync(live, stoppingToken);
                    }
                }
                catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
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

    private Task SubscribeAsync(Guid runId) => grains.GetGrain<IRunGrain>(runId).WatchAsync(reference.Value);

    private async Task LeaveAsync(Watch watch)
    {
        await watch.Gate.WaitAsync();
        try
        {
            if (--watch.Viewers > 0)
            {
                return;
            }

            // Before anyone can watch anew: else this would end the new subscription.
            if (!watch.Live!.IsFinished)
            {
                await grains.GetGrain<IRunGrain>(watch.RunId).UnwatchAsync(reference.Value);
            }
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Run {Run}: its updates could not be cancelled; they end by themselves", watch.RunId);
        }
        finally
        {
            if (watch.Viewers == 0)
            {
                Close(watch);
            }

            watch.Gate.Release();
        }
    }

    private void Close(Watch watch)
    {
        watch.Closed = true;
        watches.TryRemove(KeyValuePair.Create(watch.RunId, watch));
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
