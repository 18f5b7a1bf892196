using System.Diagnostics;
using Classroom.Runs.Curves;
using Classroom.Runs.Execution;
using Classroom.Runs.Telemetry;
using Classroom.School.Runs;
using Microsoft.Extensions.Logging;

namespace Classroom.Runs.Grains;

// What comes of the run on its way into the database and to those who watch.
public sealed partial class RunGrain
{
    // Looks more often than it writes: where many runs take turns, what one of them brings is on its way soon after its turn.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan WriteEvery = TimeSpan.FromMilliseconds(95);

    // SQLite has one writer at a time: all runs of a process together write so often. A thread brings something at the end of
    // each turn and not more often, so that only the runs of many threads have to wait for each other.
    private const int WritesASecond = 100;

    // After this time without a write the run is held back, and its watchers are told.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    private int? lastCheckpoint;
    private long wroteAt;
    private long? failingSince;
    private bool held;
    private RunStatus? told;
    private long toldAt;

    /// <summary>The first point and the end at once, the rest as often as the number of runs allows, and a store that fails rarely.</summary>
    private bool IsTimeToStore => Stopwatch.GetElapsedTime(wroteAt) >=
        (failingSince is not null ? Patience
        : run!.Points == 0 || scheduled!.Ended.IsCompleted ? TimeSpan.Zero
        : scheduler.TurnsASecond <= WritesASecond ? WriteEvery
        : TimeSpan.FromSeconds(Math.Max(WriteEvery.TotalSeconds, (double)scheduler.RunsInTurn / WritesASecond)));

    private async Task FlushAsync()
    {
        if (scheduled is null || run is null)
        {
            return;
        }

        if (IsTimeToStore)
        {
            try
            {
                await StoreAsync(run.State == RunState.Queued && scheduled.InTurn ? RunState.Running : run.State);
            }
            catch (Exception fault)
            {
                NoteFailure(fault);
            }
        }

        // Also without news: a place in the queue moves, and so does the time that is left.
        if (scheduled is not null && observers.Count > 0 && (told is null || Stopwatch.GetElapsedTime(toldAt) >= TellEvery) && Status() is var status && status != told)
        {
            await TellAsync(run.ToUpdate(status));
        }
    }

    private void NoteFailure(Exception fault)
    {
        if (failingSince is null)
        {
            logger.LogWarning(fault, "Run {Run}: what is new could not be stored; it is kept, and tried again until it can", run!.Id);
            failingSince = Stopwatch.GetTimestamp();
        }
        else if (!held && Stopwatch.GetElapsedTime(failingSince.Value) >= Patience)
        {
            held = true;
            scheduler.Hold(scheduled!, true);
            told = null;
        }
    }

    private void NoteSuccess()
    {
        failingSince = null;
        if (held)
        {
            held = false;
            scheduler.Hold(scheduled!, false);
        }
    }

    private RunForecast Forecast() => scheduled is null ? RunForecast.None : scheduler.Forecast(scheduled);

    private RunStatus Status() => RunStatus.Of(run!).With(Forecast()) is var status && held ? status with { Message = RunEndingTexts.HeldBack } : status;

    /// <summary>
    /// Stores what is new under <paramref name="state"/>, or under the state that the run has ended in, and tells the
    /// watchers. Where it throws, nothing is lost: the scheduled run keeps what could not be stored.
    /// </summary>
    private async Task StoreAsync(RunState state)
    {
        var news = scheduled!.Look();
        var (ended, message) = news.Ending is { } ending ? ending.Explain(config!, options.Limits, run!, news) : (state, null);
        if (news.Points.Count == 0 && news.Frames.Count == 0 && news.Checkpoint is null && ended == run!.State)
        {
            return;
        }

        wroteAt = Stopwatch.GetTimestamp();
        var progress = news.ToProgress(run!, ended, RunEndingTexts.Join(message, interruption), lastCheckpoint);
        if (!await AppendAsync(run!.Id, progress, news.Points.Count))
        {
            await SettleRefusalAsync(state);
            return;
        }

        NoteSuccess();
        if (ended == RunState.Failed)
        {
            logger.LogError(news.Ending!.Fault, "Run {Run} failed", run.Id);
        }

        lastCheckpoint = news.Checkpoint?.Step ?? lastCheckpoint;
        metrics.PointsStored(run, news.Points.Count);
        scheduler.Forget(scheduled, news.Points.Count, news.Frames.Count, news.Checkpoint);
        await TellAsync(progress);
    }

    private async Task<bool> AppendAsync(Guid id, RunProgress progress, int points)
    {
        using var activity = RunActivities.StoreChunk(id, points, takenUp);
        try
        {
            return await journal.AppendAsync(id, token, progress);
        }
        catch (Exception fault)
        {
            activity.SetFault(fault);
            throw;
        }
    }

    /// <summary>The store has refused: either someone else holds the run, or an earlier write succeeded and its answer was lost.</summary>
    private async Task SettleRefusalAsync(RunState state)
    {
        var stored = await journal.FindAsync(run!.Id);
        if (stored?.FencingToken != token || (stored.Points, stored.Frames, stored.State) == (run.Points, run.Frames, run.State))
        {
            logger.LogWarning("Run {Run} is in other hands now", run.Id);
            LetGo();
            DeactivateOnIdle();
            return;
        }

        NoteSuccess();
        metrics.PointsStored(run, stored.Points - run.Points);
        scheduler.Forget(scheduled!, stored.Points - run.Points, stored.Frames - run.Frames);
        run = stored;
        await TellAsync(stored.ToUpdate(Status()));
        if (scheduled is not null)
        {
            await StoreAsync(state);
        }
    }

    private Task TellAsync(RunProgress stored)
    {
        var before = stored.ToUpdate(run!, RunStatus.Of(run!));
        run!.Advance(stored);
        return TellAsync(before with { Status = Status() });
    }

    private async Task TellAsync(RunUpdate update)
    {
        (told, toldAt) = (update.Status, Stopwatch.GetTimestamp());
        await observers.Notify(observer => observer.OnUpdateAsync(update));
        if (run!.State.IsFinished())
        {
            LetGo();
            await MergeCurveAsync();
            DeactivateOnIdle();
        }
    }

    private async Task MergeCurveAsync()
    {
        try
        {
            if (CurveChunks.Merge(await journal.ReadChunksAsync(run!.Id, 0)) is { } merged)
            {
                await journal.ReplaceChunksAsync(run.Id, merged);
            }
        }
        catch (Exception fault)
        {
            logger.LogWarning(fault, "Run {Run}: its curve stays in many small chunks", run!.Id);
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
        if (await journal.AppendAsync(run.Id, token, progress))
        {
            await TellAsync(progress);
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
