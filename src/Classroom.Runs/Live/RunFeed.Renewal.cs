using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Live;

public sealed partial class RunFeed
{
    /// <summary>How often it is asked which subscriptions are due; the shortest silence of a <see cref="Watch"/> is longer.</summary>
    private static readonly TimeSpan RenewalCheckInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Subscribes again and catches up where nothing has come for a while, since a grain that moves forgets its observers;
    /// at once for all runs where a node has come, gone or died; and at last before the grain forgets this one.
    /// </summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var version = trainers.Version;
        using var timer = new PeriodicTimer(RenewalCheckInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var changed = version != trainers.Version;
            version = trainers.Version;
            foreach (var watch in watches.Values)
            {
                if (!watch.Renewing && watch.Live is { IsFinished: false } live && (changed || watch.IsDue))
                {
                    // Not awaited: a run whose trainer does not answer must not hold up the others.
                    watch.Renewing = true;
                    _ = RenewAsync(watch, live, changed, stoppingToken);
                }
            }
        }
    }

    private async Task RenewAsync(Watch watch, LiveRun live, bool nodesChanged, CancellationToken stoppingToken)
    {
        try
        {
            await watch.Gate.WaitAsync(stoppingToken);
            try
            {
                if (!watch.Closed)
                {
                    var before = (live.PointCount, live.FrameCount);
                    await SubscribeAsync(watch);
                    await CatchUpAsync(live, stoppingToken);
                    watch.Renewed(nothingNew: !nodesChanged && watch.Subscribed && before == (live.PointCount, live.FrameCount));
                }
            }
            finally
            {
                watch.Gate.Release();
            }
        }
        catch (Exception fault)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away is not asked more and more.
                watch.Renewed(nothingNew: true);
                logger.LogWarning(fault, "Run {Run}: watching could not be renewed", live.Id);
            }
        }
        finally
        {
            watch.Renewing = false;
        }
    }
}
