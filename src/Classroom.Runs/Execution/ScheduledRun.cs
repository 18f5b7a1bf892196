using System.Diagnostics;

namespace Classroom.Runs.Execution;

/// <summary>
/// A run as the <see cref="TrainingScheduler"/> has it: whether it may train, how it stands in the line, and what it has brought. The
/// work itself is <see cref="RunTrainer"/>'s; what comes of it waits in a <see cref="RunBuffer"/> until the grain has stored it.
/// </summary>
public sealed class ScheduledRun
{
    private readonly Lock gate = new();
    private readonly ScheduledRunOptions options;
    private readonly RunBuffer buffer;
    private readonly RunTrainer trainer;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? idle;
    private RunEnding? wantedEnding;
    private volatile bool paused;
    private volatile bool endRequested;
    private volatile bool inTurn;
    private volatile bool held;

    internal ScheduledRun(ScheduledRunOptions options)
    {
        (this.options, paused) = (options, options.StartsPaused);
        buffer = new RunBuffer(options);
        trainer = new RunTrainer(options, buffer);
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

    internal int MaxConcurrentOfOwner => options.MaxConcurrentOfOwner;

    internal Guid? Trial => options.Trial;

    internal bool IsDemonstration => options.IsDemonstration;

    internal string? SimilarityKey => options.SimilarityKey;

    /// <summary>Training steps done.</summary>
    internal int Step => buffer.Steps.Reached;

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
            trainer.Pace.Reset();
        }
    }

    /// <summary>Not to be trained while nothing can be stored.</summary>
    internal bool Held
    {
        set => held = value;
    }

    internal bool EndRequested => endRequested;

    /// <summary>True for a run that was asked to end before its checkpoint was loaded: it is built once more, for its weights.</summary>
    internal bool AwaitsWeights => endRequested && wantedEnding is not null && !trainer.IsBuilt && options.Resumes;

    /// <summary>True when the run must not train on until something is stored.</summary>
    internal bool IsFull => held || buffer.IsFull;

    /// <summary>What has come and is not acknowledged yet.</summary>
    public RunDelta ReadPending() => buffer.Read();

    internal void Acknowledge(int points, int frames, SavedRun? checkpoint) => buffer.Acknowledge(points, frames, checkpoint);

    /// <summary>Trains on the calling thread for about <paramref name="slice"/>, and returns what it took of a processor.</summary>
    internal TimeSpan Train(TimeSpan slice) => trainer.Train(slice, this);

    /// <summary>Frees the memory and tells the ending that was asked for; not while <see cref="Train"/> runs.</summary>
    internal void Finish()
    {
        trainer.Finish(wantedEnding);
        ended.TrySetResult();
    }

    /// <summary>Where it stands among others, for the forecast.</summary>
    internal RunInLine InLine()
    {
        var (first, reached) = buffer.Steps;
        return new RunInLine
        {
            OwnerId = OwnerId,
            IsDemonstration = IsDemonstration,
            MaxConcurrentOfOwner = MaxConcurrentOfOwner,
            Trial = Trial,
            StepsLeft = Math.Max(options.Steps - reached, 0),
            StepsASecond = trainer.Pace.StepsASecond(Stopwatch.GetElapsedTime(0), reached),
            SecondsAStep = reached > first ? (buffer.TrainingTime - options.TrainedBefore).TotalSeconds / (reached - first) : null,
        };
    }

    /// <summary>Completes when no training thread is at the run; under the scheduler's lock.</summary>
    internal Task WhenIdle() => Executing
        ? (idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task
        : Task.CompletedTask;

    /// <summary>No training thread is at the run any more; under the scheduler's lock.</summary>
    internal void SetIdle()
    {
        idle?.SetResult();
        idle = null;
    }

    /// <summary>The first request counts: a run that has completed does not become a stopped one.</summary>
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
