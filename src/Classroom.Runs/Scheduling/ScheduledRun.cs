using System.Diagnostics;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>
/// A run in the hands of the <see cref="TrainingScheduler"/>. Its training thread adds points and frames, its grain
/// looks at them, stores them and has them forgotten; nothing else is shared between the two.
/// </summary>
public sealed class ScheduledRun : ITrainingSink
{
    private readonly Lock gate = new();
    private readonly ScheduledRunOptions options;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<MetricPoint> points = [];
    private readonly List<ProbeFrame> frames = [];
    private TrainingRun? run;
    private TimeSpan trainingTime;
    private int framesSeen;
    private int step;
    private int epoch;
    private RunEnding? wantedEnding;
    private RunEnding? ending;
    private TaskCompletionSource? rest;
    private volatile bool paused;
    private volatile bool endRequested;
    private volatile bool inTurn;

    internal ScheduledRun(ScheduledRunOptions options) => (this.options, paused) = (options, options.StartsPaused);

    public int OwnerId => options.OwnerId;

    /// <summary>Completes when the last point has been added and the model's memory is free.</summary>
    public Task Ended => ended.Task;

    /// <summary>False while the run waits for its first turn, or for its first after a pause.</summary>
    public bool InTurn
    {
        get => inTurn;
        internal set => inTurn = value;
    }

    internal int MaxConcurrentOfOwner => options.MaxConcurrentOfOwner;

    // The scheduler sets these four under its lock; the training thread reads Paused and EndRequested between two steps.
    internal bool Executing { get; set; }

    /// <summary>The number of this run's last turn, counted over all runs; 0 before the first.</summary>
    internal long Turn { get; set; }

    internal bool Paused
    {
        get => paused;
        set => paused = value;
    }

    internal bool EndRequested => endRequested;

    /// <summary>True when so much waits to be stored that the run must not train on.</summary>
    internal bool IsFull
    {
        get
        {
            lock (gate)
            {
                return points.Count >= options.MostPointsWaiting || frames.Count >= options.MostFramesWaiting;
            }
        }
    }

    /// <summary>What has come and is not forgotten yet.</summary>
    public RunDelta Look()
    {
        lock (gate)
        {
            return new RunDelta
            {
                Points = [.. points],
                Frames = [.. frames],
                Step = step,
                Epoch = epoch,
                TrainingTime = trainingTime,
                Ending = ending,
            };
        }
    }

    void ITrainingSink.Point(MetricPoint point)
    {
        lock (gate)
        {
            if (point.Sequence >= options.PointsStored)
            {
                points.Add(point);
            }
        }
    }

    void ITrainingSink.Frame(ProbeFrame frame)
    {
        lock (gate)
        {
            if (framesSeen++ >= options.FramesStored)
            {
                frames.Add(frame);
            }
        }
    }

    internal void Forget(int pointCount, int frameCount)
    {
        lock (gate)
        {
            points.RemoveRange(0, pointCount);
            frames.RemoveRange(0, frameCount);
        }
    }

    /// <summary>Completes when no training thread is at the run; under the scheduler's lock.</summary>
    internal Task AtRest() => Executing
        ? (rest ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task
        : Task.CompletedTask;

    internal void Rest()
    {
        rest?.SetResult();
        rest = null;
    }

    /// <summary>The first wish counts: a run that has completed does not become a stopped one.</summary>
    internal void RequestEnd(RunEnding? wanted)
    {
        lock (gate)
        {
            if (!endRequested)
            {
                wantedEnding = wanted;
                endRequested = true;
            }
        }
    }

    /// <summary>Trains on the calling thread for about <paramref name="slice"/>.</summary>
    internal void Train(TimeSpan slice)
    {
        var start = Stopwatch.GetTimestamp();
        var before = trainingTime;
        try
        {
            run ??= options.Build();
            while (!paused && !endRequested)
            {
                run.Advance(this);
                var elapsed = Stopwatch.GetElapsedTime(start);
                lock (gate)
                {
                    (step, epoch, trainingTime) = (run.Step, run.Epoch, before + elapsed);
                }

                if (EndingNow(run) is { } reached)
                {
                    RequestEnd(reached);
                }

                if (elapsed >= slice)
                {
                    return;
                }
            }
        }
        catch (Exception fault)
        {
            // Whatever happens in one run must not take the training thread, and with it everybody's runs, along.
            RequestEnd(new RunEnding(RunEndingKind.Failed, fault));
        }
    }

    /// <summary>Frees the memory and tells the ending that was asked for; not while <see cref="Train"/> runs.</summary>
    internal void Finish()
    {
        try
        {
            run?.Dispose();
        }
        catch (Exception fault)
        {
            wantedEnding = wantedEnding is null ? null : wantedEnding with { Fault = wantedEnding.Fault ?? fault };
        }

        run = null;
        lock (gate)
        {
            ending = wantedEnding;
        }

        ended.TrySetResult();
    }

    private RunEnding? EndingNow(TrainingRun trained) => trained.Outcome switch
    {
        RunOutcome.Completed => new RunEnding(RunEndingKind.Completed, null),
        RunOutcome.Diverged => new RunEnding(RunEndingKind.Diverged, null),
        _ when trainingTime > options.MaxTrainingTime => new RunEnding(RunEndingKind.TimeUp, null),
        _ => null,
    };
}
