using System.Collections.Concurrent;
using Classroom.Runs.Cluster;
using Classroom.Runs.Curves;
using Classroom.Runs.Grains;
using Classroom.School.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Live;

/// <summary>
/// This node's one observer of all runs that somebody here watches. It asks a run's grain once, however many circuits
/// and event streams look at the run, and keeps nothing of a run that nobody watches.
/// </summary>
public sealed partial class RunFeed : BackgroundService, IRunObserver
{
    // A trainer that has died, and is not known to be dead yet, must not hold up who only wants to look.
    private static readonly TimeSpan SubscribeTimeout = TimeSpan.FromSeconds(2);

    private readonly RunJournal journal;
    private readonly IGrainFactory grains;
    private readonly Trainers trainers;
    private readonly ILogger<RunFeed> logger;
    private readonly ConcurrentDictionary<Guid, Watch> watches = new();

    // One reference for all runs: a second one would be sent everything a second time.
    private readonly Lazy<IRunObserver> reference;

    public RunFeed(RunJournal journal, IGrainFactory grains, Trainers trainers, ILogger<RunFeed> logger)
    {
        (this.journal, this.grains, this.trainers, this.logger) = (journal, grains, trainers, logger);
        reference = new(() => grains.CreateObjectReference<IRunObserver>(this));
    }

    /// <summary>Watches a run; null where it has gone.</summary>
    /// <param name="run">The row, just read for someone who may see it: it is not read again, unless that would miss something.</param>
    /// <param name="cancellationToken">Stops while the curve so far is read.</param>
    public async Task<RunWatch?> WatchAsync(Run run, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(run.Id, static id => new Watch(id));

            // Not cancelled here: a watch that nobody has entered would stay in the list.
            await watch.Gate.WaitAsync(CancellationToken.None);
            try
            {
                if (watch.Closed)
                {
                    continue;
                }

                watch.Live ??= await OpenAsync(watch, run, cancellationToken);
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
            watch.Heard();
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

    private static bool TryAdd(LiveRun live, RunUpdate update) => live.TryAdd(
        update.FirstSequence,
        update.Chunk is null ? [] : CurveCodec.Decode(update.FirstSequence, update.Chunk),
        update.FirstFrame,
        update.Frames,
        update.Status);

    private async Task<LiveRun?> OpenAsync(Watch watch, Run run, CancellationToken cancellationToken)
    {
        var live = new LiveRun(run.Id, ToStatus(run));
        if (run.State.IsFinished())
        {
            await ReadAsync(live, run, cancellationToken);
            return live;
        }

        // First subscribe, then read: whatever is stored in between arrives twice rather than never.
        var isDriven = await SubscribeAsync(watch);
        watch.Renewed(nothingNew: false);
        if (isDriven)
        {
            // Its grain now tells where it stands, and after that whatever comes.
            await ReadAsync(live, run, cancellationToken);
            return live;
        }

        // It may have ended since its row was read, and nobody would tell.
        return await CatchUpAsync(live, cancellationToken) ? live : null;
    }

    /// <summary>False where the run has gone.</summary>
    private async Task<bool> CatchUpAsync(LiveRun live, CancellationToken cancellationToken)
    {
        // The row first: its state is then never ahead of the points that are read after it.
        if (await journal.FindAsync(live.Id, cancellationToken) is not { } run)
        {
            return false;
        }

        await ReadAsync(live, run, cancellationToken);
        return true;
    }

    private async Task ReadAsync(LiveRun live, Run run, CancellationToken cancellationToken)
    {
        // A renewal mostly finds nothing new, and then costs one row.
        var (firstPoint, firstFrame) = (live.PointCount, live.FrameCount);
        var chunks = run.Points == firstPoint ? [] : await journal.ReadChunksAsync(live.Id, firstPoint, cancellationToken);
        var frames = run.Frames == firstFrame ? [] : await journal.ReadFramesAsync(live.Id, firstFrame, cancellationToken);
        live.TryAdd(
            chunks.Count > 0 ? chunks[0].FirstSequence : firstPoint,
            [.. chunks.SelectMany(chunk => CurveCodec.Decode(chunk.FirstSequence, chunk.Data))],
            firstFrame,
            [.. frames.Select(frame => new RunFrameMessage(frame.Step, frame.Epoch, frame.Kind, frame.Json))],
            ToStatus(run));
    }

    private RunStatus ToStatus(Run run) => RunStatus.From(run) is var status && trainers.Explain(run.State) is { } waiting
        ? status with { Message = waiting }
        : status;

    /// <summary>Where no trainer answers, the viewers have what is stored, and the next renewal tries again.</summary>
    /// <returns>True where a grain drives the run, and so tells whatever comes of it.</returns>
    private async Task<bool> SubscribeAsync(Watch watch)
    {
        watch.Subscribed = false;
        if (!trainers.Any)
        {
            return false;
        }

        try
        {
            var isDriven = await grains.GetGrain<IRunGrain>(watch.RunId).WatchAsync(reference.Value).WaitAsync(SubscribeTimeout);
            watch.Subscribed = true;
            return isDriven;
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            logger.LogWarning("Run {Run}: its trainer does not answer; watching goes on as soon as one does", watch.RunId);
            return false;
        }
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

            // Before anyone can watch anew: else this would end the new subscription.
            if (!watch.Live!.IsFinished && watch.Subscribed)
            {
                await grains.GetGrain<IRunGrain>(watch.RunId).UnwatchAsync(reference.Value).WaitAsync(SubscribeTimeout);
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
}
