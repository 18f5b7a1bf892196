using System.Diagnostics;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.School.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Grains;

/// <summary>
/// Takes up what nobody drives: at start what an earlier process has left unfinished, and later what a lost node or a
/// database that was away has left behind. Lets go of all runs when the process ends. A node that computes wrongly takes up
/// nothing.
/// </summary>
public sealed class RunRecovery(
    RunJournal journal,
    DataSetCatalog dataSets,
    IGrainFactory grains,
    NodeEngine engine,
    Func<TrainingScheduler> createScheduler,
    Trainers trainers,
    RunsNode node,
    ILogger<RunRecovery> logger) : BackgroundService
{
    private static readonly string[] FirstLoaded = ["digits", "sentences"];

    /// <summary>How often it is asked whether a node has come, gone or died: a run of a dead node waits that long at most.</summary>
    private static readonly TimeSpan NodeCheckInterval = TimeSpan.FromSeconds(1);

    /// <summary>A grain on a node that died, and is not known to be dead yet, must not hold up the others.</summary>
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How often the unfinished runs are listed while the nodes stay the same. Alone, a node can only have lost what its database
    /// refused it.
    /// </summary>
    private readonly TimeSpan scanInterval = TimeSpan.FromSeconds(node.Cluster is null ? 30 : 5);

    private TrainingScheduler? scheduler;

    /// <summary>Has every unfinished run driven; those that already are go on undisturbed.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken = default)
    {
        // Who was training keeps the place, and the others wait in the order in which they came.
        foreach (var run in (await journal.ListUnfinishedAsync(cancellationToken)).OrderByDescending(run => run.State == RunState.Running))
        {
            try
            {
                await grains.GetGrain<IRunGrain>(run.Id).StartAsync().WaitAsync(StartTimeout, cancellationToken);
            }
            catch (Exception fault) when (fault is TimeoutException or OrleansException && !cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning("Run {Run} could not be taken up, its node does not answer; trying again soon", run.Id);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(fault, "Run {Run} could not be taken up; trying again later", run.Id);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Before the grains go one by one: else the places of the first to go are given to runs that were waiting.
        scheduler?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!(await engine.CheckAsync()).Passed)
        {
            return;
        }

        scheduler = createScheduler();

        // What most first runs take, so that nobody waits for it; runs that are to be taken up do not wait either.
        _ = Task.WhenAll(FirstLoaded.Select(id => dataSets.LoadAsync(id, stoppingToken)));
        using var timer = new PeriodicTimer(NodeCheckInterval);
        (long Start, long Version)? last = null;
        do
        {
            // At once where a node has come, gone or died: its runs wait for someone.
            if (last is { } scan && scan.Version == trainers.Version && Stopwatch.GetElapsedTime(scan.Start) < scanInterval)
            {
                continue;
            }

            last = (Stopwatch.GetTimestamp(), trainers.Version);
            try
            {
                await TakeUpAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "The unfinished runs could not be listed; trying again later");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
