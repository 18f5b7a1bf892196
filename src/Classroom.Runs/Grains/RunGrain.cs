using System.Diagnostics;
using System.Text.Json;
using Classroom.Runs.Cluster;
using Classroom.Runs.DataSets;
using Classroom.Runs.Execution;
using Classroom.Runs.Telemetry;
using Classroom.School.Runs;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace Classroom.Runs.Grains;

/// <summary>
/// The life of one run: takes it up, hands it to this silo's scheduler, and passes on what people ask of it. What the run brings is
/// stored by its <see cref="RunRecorder"/>. It never computes in its own turn.
/// </summary>
[OnTrainers, ActivationCountBasedPlacement]
public sealed class RunGrain(
    RunJournal journal,
    DataSetCatalog dataSets,
    TrainingScheduler scheduler,
    NodeEngine engine,
    RunsOptions options,
    RunMetrics metrics,
    ILogger<RunGrain> logger) : Grain, IRunGrain
{
    /// <summary>
    /// How often a grain asks what its run has brought. More often than it writes: where many runs take turns, what one of them brings
    /// is on its way soon after its turn. Asking costs no I/O.
    /// </summary>
    private static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(50);

    private readonly RunViewers viewers = new(logger);
    private RunRecorder? recorder;
    private IGrainTimer? timer;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        timer?.Dispose();
        recorder?.Release();
        return Task.CompletedTask;
    }

    public async Task StartAsync()
    {
        var id = this.GetPrimaryKey();
        if (recorder?.Scheduled is not null || await journal.FindAsync(id) is not { State: var seen } || seen.IsFinished())
        {
            return;
        }

        // The token first, then the row: no older holder can add to what is read now.
        var report = await engine.CheckAsync();
        if (await journal.TakeTokenAsync(id, new RunEngine(report.Setting, report.Processor.Name)) is not { } token
            || await journal.FindAsync(id) is not { } run
            || run.State.IsFinished())
        {
            return;
        }

        using var activity = RunActivities.TakeUp(id, token);
        recorder = new RunRecorder(run, token, journal, scheduler, viewers, metrics, options.Limits, logger)
        {
            TakenUp = activity?.Context ?? default,
        };
        if (await LoadAsync(run, activity) is not { } start)
        {
            return;
        }

        recorder.Begin(start, ToOptions(run, start, await journal.IsDemonstrationAsync(id)));
        timer = this.RegisterGrainTimer(FlushAsync, new GrainTimerCreationOptions(FlushInterval, FlushInterval) { KeepAlive = true });
    }

    public async Task<bool> PauseAsync()
    {
        await StartAsync();
        if (recorder is not { Scheduled: { } scheduled, State: RunState.Queued or RunState.Running })
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

        return recorder.State == RunState.Paused;
    }

    public async Task<bool> ResumeAsync()
    {
        await StartAsync();
        if (recorder is not { Scheduled: not null, State: RunState.Paused })
        {
            return false;
        }

        await StoreAsync(RunState.Queued);
        if (recorder.Scheduled is not { } scheduled)
        {
            return false;
        }

        scheduler.Resume(scheduled);
        return true;
    }

    public async Task<bool> StopAsync()
    {
        await StartAsync();
        if (recorder is not { Scheduled: { } scheduled } || recorder.State.IsFinished())
        {
            return false;
        }

        scheduler.Stop(scheduled);
        await scheduled.Ended;
        await StoreAsync(recorder.State);
        return recorder.State == RunState.Stopped;
    }

    public Task<RunForecast> ForecastAsync() => Task.FromResult(recorder?.Forecast ?? RunForecast.None);

    public Task<bool> WatchAsync(IRunObserver observer)
    {
        viewers.Add(observer);
        return Task.FromResult(recorder?.Scheduled is not null);
    }

    public Task UnwatchAsync(IRunObserver observer)
    {
        viewers.Remove(observer);
        return Task.CompletedTask;
    }

    /// <summary>Null where the run has failed instead, because it cannot begin.</summary>
    private async Task<RunStart?> LoadAsync(Run run, Activity? activity)
    {
        try
        {
            var start = await RunStart.LoadAsync(run, journal, dataSets, logger);
            if (!start.LacksWeights)
            {
                return start;
            }

            activity.SetFault("weights_gone");
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or NotSupportedException)
        {
            logger.LogError(fault, "Run {Run} cannot start", run.Id);
            activity.SetFault(fault);
            await FailAsync(RunEndingTexts.NoDataSet);
            return null;
        }

        await FailAsync(RunEndingTexts.NoWeights);
        return null;
    }

    private ScheduledRunOptions ToOptions(Run run, RunStart start, bool isDemonstration) => new()
    {
        OwnerId = run.OwnerId,
        IsDemonstration = isDemonstration,
        Trial = run.TrialId,
        MaxConcurrentOfOwner = options.MaxTrainingRunsPerPerson,
        MaxTrainingTime = TimeSpan.FromSeconds(options.Limits.MaxTrainingSeconds),
        Build = start.Build,
        Steps = run.Steps,
        SimilarityKey = start.SimilarityKey,
        PointsStored = run.Points,
        FramesStored = run.Frames,
        Resumes = start.CheckpointStep is not null,
        TrainedBefore = start.TrainedBefore,
        CheckpointEvery = options.CheckpointEvery,
        StartsPaused = run.State == RunState.Paused,
    };

    private async Task FlushAsync()
    {
        await recorder!.FlushAsync();
        GoWhenReleased();
    }

    private async Task StoreAsync(RunState state)
    {
        await recorder!.StoreAsync(state);
        GoWhenReleased();
    }

    private async Task FailAsync(string message)
    {
        await recorder!.FailAsync(message);
        GoWhenReleased();
    }

    /// <summary>A run that has ended, or that another grain holds, needs this one no longer.</summary>
    private void GoWhenReleased()
    {
        if (recorder?.Scheduled is null)
        {
            timer?.Dispose();
            timer = null;
            DeactivateOnIdle();
        }
    }
}
