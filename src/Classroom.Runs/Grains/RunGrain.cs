using System.Diagnostics;
using System.Text.Json;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.Runs.Telemetry;
using Classroom.School.Runs;
using Classroom.Training.Settings;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Utilities;

namespace Classroom.Runs.Grains;

/// <summary>
/// The life of one run: hands the config to this silo's scheduler, and at most ten times a second stores what is new
/// and tells the watching nodes. It never computes in its own turn.
/// </summary>
[OnTrainers, ActivationCountBasedPlacement]
public sealed partial class RunGrain(
    RunJournal journal,
    DataSetCatalog dataSets,
    TrainingScheduler scheduler,
    NodeEngine engine,
    RunsOptions options,
    RunMetrics metrics,
    ILogger<RunGrain> logger) : Grain, IRunGrain
{
    private ObserverManager<IRunObserver> observers = null!;
    private Run? run;
    private TrainingConfig? config;
    private long token;
    private ActivityContext takenUp;
    private string? interruption;
    private ScheduledRun? scheduled;
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
        var id = this.GetPrimaryKey();
        if (scheduled is not null || await journal.FindAsync(id) is not { State: var seen } || seen.IsFinished())
        {
            return;
        }

        // The token first, then the row: no older holder can add to what is read now.
        var report = await engine.CheckAsync();
        if (await journal.TakeTokenAsync(id, new RunEngine(report.Setting, report.Processor.Name)) is not { } taken || await journal.FindAsync(id) is not { } found || found.State.IsFinished())
        {
            return;
        }

        (run, token) = (found, taken);
        using var activity = RunActivities.TakeUp(id, taken);
        takenUp = activity?.Context ?? default;
        RunStart start;
        try
        {
            start = await RunStart.LoadAsync(found, journal, dataSets, logger);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or NotSupportedException)
        {
            logger.LogError(fault, "Run {Run} cannot start", found.Id);
            activity.SetFault(fault);
            await EndWithoutTrainingAsync(RunEndingTexts.NoDataSet);
            return;
        }

        if (start.LacksWeights)
        {
            activity.SetFault("weights_gone");
            await EndWithoutTrainingAsync(RunEndingTexts.NoWeights);
            return;
        }

        (config, lastCheckpoint) = (start.Config, start.CheckpointStep);
        interruption = found is { Points: > 0, State: RunState.Running } ? RunEndingTexts.Interrupted(found.Step, start.CheckpointStep ?? 0) : null;
        scheduled = scheduler.Add(new ScheduledRunOptions
        {
            OwnerId = found.OwnerId,
            IsDemonstration = await journal.IsDemonstrationAsync(id),
            Trial = found.TrialId,
            MaxConcurrentOfOwner = options.MaxTrainingRunsPerPerson,
            MaxTrainingTime = TimeSpan.FromSeconds(options.Limits.MaxTrainingSeconds),
            Build = start.Build,
            Steps = found.Steps,
            SimilarityKey = start.SimilarityKey,
            PointsStored = found.Points,
            FramesStored = found.Frames,
            Resumes = start.CheckpointStep is not null,
            TrainedBefore = start.TrainedBefore,
            CheckpointEvery = options.CheckpointEvery,
            StartsPaused = found.State == RunState.Paused,
        });
        timer = this.RegisterGrainTimer(FlushAsync, new GrainTimerCreationOptions(LookEvery, LookEvery) { KeepAlive = true });
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

    public Task<RunForecast> ForecastAsync() => Task.FromResult(Forecast());

    public Task WatchAsync(IRunObserver observer)
    {
        observers.Subscribe(observer, observer);

        // The store, from which a newcomer reads, knows no forecast: the next look tells it.
        told = null;
        return Task.CompletedTask;
    }

    public Task UnwatchAsync(IRunObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }
}
