using System.Diagnostics;
using Classroom.Runs.Curves;
using Classroom.Runs.Execution;
using Classroom.Runs.Telemetry;
using Classroom.School.Runs;
using Classroom.Training.Settings;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Grains;

/// <summary>
/// Stores what a run brings under the token that its grain has taken, and tells the viewers once it is stored. Where nothing can be
/// stored, the scheduled run keeps it until it can.
/// </summary>
internal sealed class RunRecorder(
    Run row,
    long token,
    RunJournal journal,
    TrainingScheduler scheduler,
    RunViewers viewers,
    RunMetrics metrics,
    TrainingLimits limits,
    ILogger logger)
{
    private readonly WritePacing pacing = new(scheduler);
    private Run run = row;
    private TrainingConfig? config;
    private string? interruption;
    private int? lastCheckpoint;
    private bool isHeld;

    /// <summary>What began when the grain took the run up; each write is a part of it.</summary>
    public ActivityContext TakenUp { get; init; }

    /// <summary>
    /// The run among those of this process; null before <see cref="Begin"/>, and after the run has ended or gone elsewhere.
    /// </summary>
    public ScheduledRun? Scheduled { get; private set; }

    public RunState State => run.State;

    public RunForecast Forecast => Scheduled is null ? RunForecast.None : scheduler.Forecast(Scheduled);

    // The first point and the end are what people wait for.
    private bool IsUrgent => run.Points == 0 || Scheduled!.Ended.IsCompleted;

    private RunStatus Status => RunStatus.From(run).With(Forecast) is var status && isHeld
        ? status with { Message = RunEndingTexts.HeldBack }
        : status;

    /// <summary>Hands the run to the scheduler.</summary>
    public void Begin(RunStart start, ScheduledRunOptions options)
    {
        (config, lastCheckpoint) = (start.Config, start.CheckpointStep);
        interruption = run is { Points: > 0, State: RunState.Running }
            ? RunEndingTexts.Interrupted(run.Step, start.CheckpointStep ?? 0)
            : null;
        Scheduled = scheduler.Add(options);
    }

    /// <summary>Stores what is new where it is time to; also without news, tells the viewers what has changed.</summary>
    public async Task FlushAsync()
    {
        if (Scheduled is null)
        {
            return;
        }

        if (pacing.IsDue(IsUrgent))
        {
            try
            {
                await StoreAsync(run.State == RunState.Queued && Scheduled.InTurn ? RunState.Running : run.State);
            }
            catch (Exception fault)
            {
                NoteFailure(fault);
            }
        }

        if (Scheduled is not null && viewers.IsStatusDue)
        {
            await viewers.SendStatusAsync(run.ToUpdate(Status));
        }
    }

    /// <summary>
    /// Stores what is new under <paramref name="state"/>, or under the state that the run has ended in, and tells the
    /// viewers. Where it throws, nothing is lost: the scheduled run keeps what could not be stored.
    /// </summary>
    public async Task StoreAsync(RunState state)
    {
        var news = Scheduled!.ReadPending();
        var (reached, message) = news.Ending is { } ending ? ending.Explain(config!, limits, run, news) : (state, null);
        if (news.Points.Count == 0 && news.Frames.Count == 0 && news.Checkpoint is null && reached == run.State)
        {
            return;
        }

        pacing.Begin();
        var progress = news.ToProgress(run, reached, RunEndingTexts.Join(message, interruption), lastCheckpoint);
        if (!await AppendAsync(progress, news.Points.Count))
        {
            await SettleRefusalAsync(state);
            return;
        }

        NoteSuccess();
        if (reached == RunState.Failed)
        {
            logger.LogError(news.Ending!.Fault, "Run {Run} failed", run.Id);
        }

        lastCheckpoint = news.Checkpoint?.Step ?? lastCheckpoint;
        metrics.PointsStored(run, news.Points.Count);
        scheduler.Acknowledge(Scheduled, news.Points.Count, news.Frames.Count, news.Checkpoint);
        await TellAsync(progress);
    }

    /// <summary>Ends a run that cannot train, as failed.</summary>
    public async Task FailAsync(string message)
    {
        var progress = new RunProgress
        {
            State = RunState.Failed,
            Step = run.Step,
            Epoch = run.Epoch,
            TrainingMilliseconds = run.TrainingMilliseconds,
            Message = message,
        };
        if (await journal.AppendAsync(run.Id, token, progress))
        {
            await TellAsync(progress);
        }
    }

    /// <summary>Takes the run from the scheduler; another holder may go on with it.</summary>
    public void Release()
    {
        if (Scheduled is not null)
        {
            scheduler.Abandon(Scheduled);
            Scheduled = null;
        }
    }

    private async Task<bool> AppendAsync(RunProgress progress, int points)
    {
        using var activity = RunActivities.StoreChunk(run.Id, points, TakenUp);
        try
        {
            return await journal.AppendAsync(run.Id, token, progress);
        }
        catch (Exception fault)
        {
            activity.SetFault(fault);
            throw;
        }
    }

    /// <summary>
    /// The journal has refused: either someone else holds the run, or an earlier write succeeded and its answer was lost.
    /// </summary>
    private async Task SettleRefusalAsync(RunState state)
    {
        var stored = await journal.FindAsync(run.Id);
        if (stored?.FencingToken != token || (stored.Points, stored.Frames, stored.State) == (run.Points, run.Frames, run.State))
        {
            logger.LogWarning("Run {Run} has another holder now", run.Id);
            Release();
            return;
        }

        NoteSuccess();
        metrics.PointsStored(run, stored.Points - run.Points);
        scheduler.Acknowledge(Scheduled!, stored.Points - run.Points, stored.Frames - run.Frames);
        run = stored;
        await TellAsync(stored.ToUpdate(Status));
        if (Scheduled is not null)
        {
            await StoreAsync(state);
        }
    }

    private void NoteFailure(Exception fault)
    {
        if (!pacing.IsFailing)
        {
            logger.LogWarning(fault, "Run {Run}: what is new could not be stored; it is kept, and tried again until it can", run.Id);
            pacing.Fail();
        }
        else if (!isHeld && pacing.IsFailingForLong)
        {
            isHeld = true;
            scheduler.Hold(Scheduled!, true);
            viewers.TellSoon();
        }
    }

    private void NoteSuccess()
    {
        pacing.Succeed();
        if (isHeld)
        {
            isHeld = false;
            scheduler.Hold(Scheduled!, false);
        }
    }

    private Task TellAsync(RunProgress stored)
    {
        var update = stored.ToUpdate(run, RunStatus.From(run));
        run.Advance(stored);
        return TellAsync(update with { Status = Status });
    }

    private async Task TellAsync(RunUpdate update)
    {
        await viewers.SendAsync(update);
        if (run.State.IsFinished())
        {
            Release();
            await MergeCurveAsync();
        }
    }

    private async Task MergeCurveAsync()
    {
        try
        {
            if (CurveChunks.Merge(await journal.ReadChunksAsync(run.Id, 0)) is { } merged)
            {
                await journal.ReplaceChunksAsync(run.Id, merged);
            }
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Run {Run}: its curve stays in many small chunks", run.Id);
        }
    }
}
