using System.Text.Json;
using Classroom.School;
using Classroom.Training;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Utilities;

namespace Classroom.Runs;

/// <summary>
/// The life of one run: hands the config to this silo's scheduler, and at most ten times a second stores what is new
/// and tells the watching nodes. It never computes in its own turn.
/// </summary>
[OnTrainers, ActivationCountBasedPlacement]
public sealed class RunGrain(RunStore store, DataSetCatalog dataSets, TrainingScheduler scheduler, RunsOptions options, ILogger<RunGrain> logger)
    : Grain, IRunGrain
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(100);

    private ObserverManager<IRunObserver> observers = null!;
    private Run? run;
    private long token;
    private ScheduledRun? scheduled;
    private IGrainTimer? timer;
    private bool storingFails;

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
        var id = this.GetPrimaryKey();
        if (scheduled is not null || await store.FindAsync(id) is not { State: var seen } || seen.IsFinished())
        {
            return;
        }

        // The token first, then the row: no older holder can add to what is read now.
        if (await store.TakeTokenAsync(id) is not { } taken || await store.FindAsync(id) is not { } found || found.State.IsFinished())
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
        catch (Exception fault) when (fault is InvalidDataException or JsonException or NotSupportedException)
        {
            logger.LogError(fault, "Run {Run} cannot start", found.Id);
            await EndWithoutTrainingAsync("The data set of this run could not be read. Ask your teacher to look at it.");
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
            StartsPaused = found.State == RunState.Paused,
        });
        timer = this.RegisterGrainTimer(FlushAsync, new GrainTimerCreationOptions(FlushEvery, FlushEvery) { KeepAlive = true });
    }

    public async Task<bool> PauseAsync()
    {
        await StartAsync();
        if (scheduled is null || run!.State is not (RunState.Queued or RunState.Running))
        {
            return false;
        }

        // Only when it stands still: whoever reads "paused" sees a step that stays.
        await scheduler.PauseAsync(scheduled);
        try
        {
            await StoreAsync(RunState.Paused);
        }
        catch
        {
            scheduler.Resume(scheduled);
            throw;
        }

        return run.State == RunState.Paused;
    }

    public async Task<bool> ResumeAsync()
    {
        await StartAsync();
        if (scheduled is null || run!.State != RunState.Paused)
        {
            return false;
        }

        await StoreAsync(RunState.Queued);
        if (scheduled is null)
        {
            return false;
        }

        scheduler.Resume(scheduled);
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
        await StoreAsync(run.State);
        return run.State == RunState.Stopped;
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

    private async Task FlushAsync()
    {
        if (scheduled is null || run is null)
        {
            return;
        }

        try
        {
            await StoreAsync(run.State == RunState.Queued && scheduled.InTurn ? RunState.Running : run.State);
            storingFails = false;
        }
        catch (Exception fault)
        {
            if (!storingFails)
            {
                logger.LogWarning(fault, "Run {Run}: what is new could not be stored; it is kept, and tried again until it can", run.Id);
            }

            storingFails = true;
        }
    }

    /// <summary>
    /// Stores what is new under <paramref name="state"/>, or under the state that the run has ended in, and tells the
    /// watchers. Where it throws, nothing is lost: the scheduled run keeps what could not be stored.
    /// </summary>
    private async Task StoreAsync(RunState state)
    {
        var news = scheduled!.Look();
        var (ended, message) = news.Ending is { } ending ? ending.Explain(options.Limits) : (state, null);
        if (news.Points.Count == 0 && news.Frames.Count == 0 && ended == run!.State)
        {
            return;
        }

        var progress = news.ToProgress(run!, ended, message);
        if (!await store.AppendAsync(run!.Id, token, progress))
        {
            await SettleRefusalAsync(state);
            return;
        }

        if (ended == RunState.Failed)
        {
            logger.LogError(news.Ending!.Fault, "Run {Run} failed", run.Id);
        }

        scheduler.Forget(scheduled, news.Points.Count, news.Frames.Count);
        var update = progress.ToUpdate(run);
        run.Advance(progress);
        await TellAsync(update);
    }

    /// <summary>The store has refused: either someone else holds the run, or an earlier write succeeded and its answer was lost.</summary>
    private async Task SettleRefusalAsync(RunState state)
    {
        var stored = await store.FindAsync(run!.Id);
        if (stored?.FencingToken != token || (stored.Points, stored.Frames, stored.State) == (run.Points, run.Frames, run.State))
        {
            logger.LogWarning("Run {Run} is in other hands now", run.Id);
            LetGo();
            DeactivateOnIdle();
            return;
        }

        scheduler.Forget(scheduled!, stored.Points - run.Points, stored.Frames - run.Frames);
        run = stored;
        await TellAsync(stored.ToUpdate());
        if (scheduled is not null)
        {
            await StoreAsync(state);
        }
    }

    private async Task TellAsync(RunUpdate update)
    {
        await observers.Notify(observer => observer.OnUpdateAsync(update));
        if (run!.State.IsFinished())
        {
            LetGo();
            DeactivateOnIdle();
        }
    }

    private async Task EndWithoutTrainingAsync(string message)
    {
        var progress = new RunProgress
        {
            State = RunState.Failed,
            Step = run!.Step,
            Epoch = run.Epoch,
            TrainingMilliseconds = run.TrainingMilliseconds,
            Message = message,
        };
        if (await store.AppendAsync(run.Id, token, progress))
        {
            var update = progress.ToUpdate(run);
            run.Advance(progress);
            await TellAsync(update);
        }
    }

    private void LetGo()
    {
        timer?.Dispose();
        timer = null;
        if (scheduled is not null)
        {
            scheduler.Abandon(scheduled);
            scheduled = null;
        }
    }
}
