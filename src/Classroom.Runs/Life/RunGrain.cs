using Classroom.School;
using Classroom.Training;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Classroom.Runs;

/// <summary>
/// The life of one run: hands the config to this silo's scheduler, and at most ten times a second stores what is new
/// and tells the watching nodes. It never computes in its own turn.
/// </summary>
public sealed class RunGrain(RunStore store, DataSetCatalog dataSets, TrainingScheduler scheduler, RunsOptions options, ILogger<RunGrain> logger)
    : Grain, IRunGrain
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(100);

    private ObserverManager<IRunObserver> observers = null!;
    private Run? run;
    private long token;
    private ScheduledRun? scheduled;
    private RunDelta? unstored;
    private IGrainTimer? timer;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        observers = new ObserverManager<IRunObserver>(TimeSpan.FromMinutes(2), logger);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        LetGo();
        return Task.CompletedTask;
    }

    public async Task StartAsync()
    {
        if (scheduled is not null || await store.FindAsync(this.GetPrimaryKey()) is not { } found || found.State.IsFinished())
        {
            return;
        }

        if (await store.TakeTokenAsync(found.Id) is not { } taken)
        {
            return;
        }

        (run, token) = (found, taken);
        DataSet data;
        TrainingConfig config;
        try
        {
            config = TrainingConfig.FromJson(found.ConfigJson);
            data = await dataSets.LoadAsync(found.DataSetId);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "Run {Run} cannot start", found.Id);
            await EndWithoutTrainingAsync(RunState.Failed, "The data set of this run could not be read. Ask your teacher to look at it.");
            return;
        }

        scheduled = scheduler.Add(new ScheduledRunOptions
        {
            OwnerId = found.OwnerId,
            MaxConcurrentOfOwner = options.MaxTrainingRunsPerPerson,
            MaxTrainingTime = TimeSpan.FromSeconds(options.Limits.MaxTrainingSeconds),
            Build = () => new TrainingRun(config, data),
            PointsStored = found.Points,
            FramesStored = found.Frames,
        });
        if (found.State == RunState.Paused)
        {
            scheduler.Pause(scheduled);
        }

        timer = this.RegisterGrainTimer(FlushAsync, new GrainTimerCreationOptions(FlushEvery, FlushEvery) { KeepAlive = true });
    }

    public async Task<bool> PauseAsync()
    {
        await StartAsync();
        if (scheduled is null || run!.State is not (RunState.Queued or RunState.Running))
        {
            return false;
        }

        scheduler.Pause(scheduled);
        await StoreAsync(RunState.Paused);
        return true;
    }

    public async Task<bool> ResumeAsync()
    {
        await StartAsync();
        if (scheduled is null || run!.State != RunState.Paused)
        {
            return false;
        }

        scheduler.Resume(scheduled);
        await StoreAsync(RunState.Queued);
        return true;
    }

    public async Task<bool> StopAsync()
    {
        await StartAsync();
        if (scheduled is null || run!.State.IsFinished())
        {
            return false;
        }

        scheduler.Stop(scheduled);
        await scheduled.Ended;
        await FlushAsync();
        return true;
    }

    public Task WatchAsync(IRunObserver observer)
    {
        observers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    public Task UnwatchAsync(IRunObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private Task FlushAsync() => scheduled is null || run is null
        ? Task.CompletedTask
        : StoreAsync(run.State == RunState.Queued && scheduled.InTurn ? RunState.Running : run.State);

    /// <summary>Stores what is new under <paramref name="state"/>, or under the state that the run has ended in, and tells the watchers.</summary>
    private async Task StoreAsync(RunState state)
    {
        // What could not be stored last time comes first: nothing is lost while the database is away.
        unstored = unstored is null ? scheduled!.Drain() : RunDelta.Join(unstored, scheduled!.Drain());
        var (ended, message) = Explain(unstored.Ending);
        state = ended ?? state;
        if (unstored.Points.Count == 0 && unstored.Frames.Count == 0 && state == run!.State)
        {
            return;
        }

        var progress = unstored.ToProgress(run!, state, message);
        bool stored;
        try
        {
            stored = await store.AppendAsync(run!.Id, token, progress);
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Run {Run}: what is new could not be stored; trying again", run!.Id);
            return;
        }

        unstored = null;
        if (!stored)
        {
            logger.LogWarning("Run {Run} is in other hands now", run.Id);
            LetGo();
            DeactivateOnIdle();
            return;
        }

        var update = progress.ToUpdate(run);
        run.Advance(progress);
        await observers.Notify(observer => observer.OnUpdateAsync(update));
        if (run.State.IsFinished())
        {
            LetGo();
        }
    }

    private (RunState? State, string? Message) Explain(RunEnding? ending)
    {
        switch (ending?.Kind)
        {
            case null:
                return (null, null);
            case RunEndingKind.Completed:
                return (RunState.Completed, null);
            case RunEndingKind.Stopped:
                return (RunState.Stopped, null);
            case RunEndingKind.TimeUp:
                return (RunState.Stopped, $"The run reached the limit of {TimeSpan.FromSeconds(options.Limits.MaxTrainingSeconds).TotalMinutes:0.#} minutes of training.");
            case RunEndingKind.Diverged:
                return (RunState.Diverged, "The loss became infinite: each step overshot further than the one before. Try a learning rate ten times smaller.");
            default:
                logger.LogError(ending.Fault, "Run {Run} failed", run!.Id);
                return (RunState.Failed, "Training broke off because of a fault on the server. It has been written down; you can start the run again.");
        }
    }

    private async Task EndWithoutTrainingAsync(RunState state, string message)
    {
        var progress = new RunProgress { State = state, Step = run!.Step, Epoch = run.Epoch, TrainingMilliseconds = run.TrainingMilliseconds, Message = message };
        if (await store.AppendAsync(run.Id, token, progress))
        {
            var update = progress.ToUpdate(run);
            run.Advance(progress);
            await observers.Notify(observer => observer.OnUpdateAsync(update));
        }
    }

    private void LetGo()
    {
        timer?.Dispose();
        timer = null;
        if (scheduled is not null)
        {
            scheduler.Stop(scheduled);
            scheduled = null;
        }
    }
}
