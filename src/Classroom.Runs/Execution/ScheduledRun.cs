using System.Diagnostics;
using Classroom.Training.Loop;
using Classroom.Training.Probes;

namespace Classroom.Runs.Execution;

/// <summary>
/// A run in the hands of the <see cref="TrainingScheduler"/>. Its training thread adds points and frames, its grain
/// looks at them, stores them and has them forgotten; nothing else is shared between the two.
/// </summary>
public sealed partial class ScheduledRun : ITrainingSink
{
    private readonly Lock gate = new();
    private readonly ScheduledRunOptions options;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<MetricPoint> points = [];
    private readonly List<ProbeFrame> frames = [];
    private readonly CheckpointRhythm rhythm;
    private readonly WallPace pace = new();
    private TrainingRun? run;
    private SavedRun? checkpoint;
    private byte[]? weights;
    private int? weightsStep;
    private TimeSpan trainingTime;
    private int firstStep;
    private int framesSeen;
    private int step;
    private int epoch;
    private RunEnding? wantedEnding;
    private RunEnding? ending;
    private TaskCompletionSource? rest;
    private volatile bool paused;
    private volatile bool endRequested;
    private volatile bool inTurn;
    private volatile bool held;

    internal ScheduledRun(ScheduledRunOptions options)
    {
        (this.options, paused, trainingTime) = (options, options.StartsPaused, options.TrainedBefore);
        rhythm = new CheckpointRhythm(options.CheckpointEvery);
    }

    public int OwnerId => options.OwnerId;

    /// <summary>Completes when the last point has been added and the model's memory is free.</summary>
    public Task Ended => ended.Task;

    /// <summary>False while the run waits for its first turn, or for its first after a pause.</summary>
    public bool InTurn
    {
        get => inTurn;
        internal set => inTurn = value;
    }

    /// <summary>Training steps done.</summary>
    internal int Step
    {
        get
        {
            lock (gate)
            {
                return step;
            }
        }
    }

    internal int MaxConcurrentOfOwner => options.MaxConcurrentOfOwner;

    internal Guid? Trial => options.Trial;

    internal bool IsDemonstration => options.IsDemonstration;

    internal string? SimilarityKey => options.SimilarityKey;

    // The scheduler sets these four under its lock; the training thread reads Paused and EndRequested between two steps.
    internal bool Executing { get; set; }

    /// <summary>The number of this run's last turn, counted over all runs; 0 before the first.</summary>
    internal long Turn { get; set; }

    internal bool Paused
    {
        get => paused;
        set
        {
            paused = value;
            lock (gate)
            {
                pace.Forget();
            }
        }
    }

    /// <summary>Not to be trained while nothing can be stored.</summary>
    internal bool Held
    {
        set => held = value;
    }

    internal bool EndRequested => endRequested;

    /// <summary>True for a run that was asked to end before its checkpoint was loaded: it is built once more, for its weights.</summary>
    internal bool AwaitsWeights => endRequested && wantedEnding is not null && run is null && options.Resumes;

    /// <summary>True when so much waits to be stored that the run must not train on.</summary>
    internal bool IsFull
    {
        get
        {
            lock (gate)
            {
                return held || points.Count >= options.MostPointsWaiting || frames.Count >= options.MostFramesWaiting;
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
                Checkpoint = checkpoint,
                Weights = weights,
                WeightsStep = weightsStep,
                Ending = ending,
            };
        }
    }

    internal void Forget(int pointCount, int frameCount, SavedRun? stored)
    {
        lock (gate)
        {
            points.RemoveRange(0, pointCount);
            frames.RemoveRange(0, frameCount);
            checkpoint = ReferenceEquals(checkpoint, stored) ? null : checkpoint;
        }
    }

    /// <summary>Where it stands among others, for the forecast.</summary>
    internal RunInLine InLine()
    {
        lock (gate)
        {
            var stepsHere = step - firstStep;
            return new RunInLine
            {
                OwnerId = OwnerId,
                IsDemonstration = IsDemonstration,
                MaxConcurrentOfOwner = MaxConcurrentOfOwner,
                Trial = Trial,
                StepsLeft = Math.Max(options.Steps - step, 0),
                StepsASecond = pace.StepsASecond(Stopwatch.GetElapsedTime(0), step),
                SecondsAStep = stepsHere > 0 ? (trainingTime - options.TrainedBefore).TotalSeconds / stepsHere : null,
            };
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
}
