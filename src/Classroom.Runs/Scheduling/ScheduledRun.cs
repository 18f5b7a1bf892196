using System.Diagnostics;
using Classroom.Training;

namespace Classroom.Runs;

/// <summary>
/// A run in the hands of the <see cref="TrainingScheduler"/>. Its training thread adds points and frames, its grain
/// drains them; nothing else is shared between the two.
/// </summary>
public sealed class ScheduledRun : ITrainingSink
{
    private readonly Lock gate = new();
    private readonly ScheduledRunOptions options;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stopwatch training = new();
    private List<MetricPoint> points = [];
    private List<ProbeFrame> frames = [];
    private TrainingRun? run;
    private int framesSeen;
    private int step;
    private int epoch;
    private volatile bool pauseRequested;
    private volatile bool stopRequested;
    private volatile bool inTurn;

    internal ScheduledRun(ScheduledRunOptions options) => this.options = options;

    public int OwnerId => options.OwnerId;

    /// <summary>Completes when the last point has been added and the model's memory is free.</summary>
    public Task Ended => ended.Task;

    internal int MaxConcurrentOfOwner => options.MaxConcurrentOfOwner;

    /// <summary>Set by the scheduler, under its lock.</summary>
    internal bool Executing { get; set; }

    /// <summary>False while the run waits for its first turn, or for its first after a pause.</summary>
    public bool InTurn
    {
        get => inTurn;
        internal set => inTurn = value;
    }

    internal bool Paused
    {
        get => pauseRequested;
        set => pauseRequested = value;
    }

    internal bool StopRequested => stopRequested;

    /// <summary>Time of training, waiting not counted.</summary>
    internal TimeSpan TrainingTime => training.Elapsed;

    private RunEnding? Ending { get; set; }

    /// <summary>What has come since the last call; the caller must store it before it calls again.</summary>
    public RunDelta Drain()
    {
        lock (gate)
        {
            var delta = new RunDelta
            {
                Points = points,
                Frames = frames,
                Step = step,
                Epoch = epoch,
                TrainingTime = training.Elapsed,
                Ending = Ending,
            };
            points = [];
            frames = [];
            return delta;
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

    internal void RequestStop() => stopRequested = true;

    /// <summary>Trains on the calling thread for about <paramref name="slice"/>; true when the run has ended.</summary>
    internal bool Train(TimeSpan slice)
    {
        var start = Stopwatch.GetTimestamp();
        training.Start();
        try
        {
            run ??= options.Build();
            while (!run.Finished && !stopRequested && !pauseRequested)
            {
                run.Advance(this);
                (step, epoch) = (run.Step, run.Epoch);
                if (training.Elapsed > options.MaxTrainingTime)
                {
                    return End(new RunEnding(RunEndingKind.TimeUp, null));
                }

                if (Stopwatch.GetElapsedTime(start) >= slice)
                {
                    break;
                }
            }

            return run.Outcome switch
            {
                RunOutcome.Completed => End(new RunEnding(RunEndingKind.Completed, null)),
                RunOutcome.Diverged => End(new RunEnding(RunEndingKind.Diverged, null)),
                _ when stopRequested => End(new RunEnding(RunEndingKind.Stopped, null)),
                _ => false,
            };
        }
        catch (Exception fault)
        {
            // Whatever happens in one run must not take the training thread, and with it everybody's runs, along.
            return End(new RunEnding(RunEndingKind.Failed, fault));
        }
        finally
        {
            training.Stop();
        }
    }

    internal bool End(RunEnding ending)
    {
        run?.Dispose();
        run = null;
        lock (gate)
        {
            Ending = ending;
        }

        ended.TrySetResult();
        return true;
    }
}

public sealed record ScheduledRunOptions
{
    public required int OwnerId { get; init; }

    /// <summary>Runs of this owner that may train at the same time; the others wait.</summary>
    public required int MaxConcurrentOfOwner { get; init; }

    public required TimeSpan MaxTrainingTime { get; init; }

    /// <summary>Builds the model; called on the training thread, since it takes time.</summary>
    public required Func<TrainingRun> Build { get; init; }

    /// <summary>Points that an earlier process has stored: training the same config again yields them again, bit for bit.</summary>
    public int PointsStored { get; init; }

    public int FramesStored { get; init; }
}

/// <summary>What a run has brought since the last look.</summary>
public sealed record RunDelta
{
    public required IReadOnlyList<MetricPoint> Points { get; init; }

    public required IReadOnlyList<ProbeFrame> Frames { get; init; }

    public required int Step { get; init; }

    public required int Epoch { get; init; }

    public required TimeSpan TrainingTime { get; init; }

    public required RunEnding? Ending { get; init; }

    public static RunDelta Join(RunDelta first, RunDelta second) =>
        second with { Points = [.. first.Points, .. second.Points], Frames = [.. first.Frames, .. second.Frames] };
}

public enum RunEndingKind
{
    Completed,
    Diverged,
    Stopped,
    TimeUp,
    Failed,
}

/// <summary>Why a run has ended; <paramref name="Fault"/> is for the log.</summary>
public sealed record RunEnding(RunEndingKind Kind, Exception? Fault);
