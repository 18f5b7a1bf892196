using Classroom.Training.Loop;

namespace Classroom.Runs.Execution;

public sealed record ScheduledRunOptions
{
    public required int OwnerId { get; init; }

    /// <summary>Places of this owner: so many of her runs, or trials of them, may train at the same time; the others wait.</summary>
    public required int MaxConcurrentOfOwner { get; init; }

    /// <summary>Up to four runs of the same trial train in one of those places; null for a run that has a place of its own.</summary>
    public Guid? Trial { get; init; }

    public required TimeSpan MaxTrainingTime { get; init; }

    /// <summary>Builds the model; called on the training thread, since it takes time.</summary>
    public required Func<TrainingRun> Build { get; init; }

    /// <summary>Points that an earlier process has stored: training the same config again yields them again, bit for bit.</summary>
    public int PointsStored { get; init; }

    public int FramesStored { get; init; }

    /// <summary>True where <see cref="Build"/> goes on from a checkpoint: such a run has weights before its first turn.</summary>
    public bool Resumes { get; init; }

    /// <summary>Training time up to that checkpoint.</summary>
    public TimeSpan TrainedBefore { get; init; }

    /// <summary>How often to take a checkpoint; at an epoch's end it may come up to five times as often.</summary>
    public TimeSpan CheckpointEvery { get; init; } = CheckpointRhythm.UsualInterval;

    /// <summary>Goes first, at most every second time where students wait.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>Training steps of the whole run, for the forecast.</summary>
    public int Steps { get; init; }

    /// <summary>The same for runs whose steps take the same time, so that one tells how long another will take.</summary>
    public string? SimilarityKey { get; init; }

    /// <summary>Not to be trained before it is resumed.</summary>
    public bool StartsPaused { get; init; }

    /// <summary>With so many points not yet stored the run is held back, so that a database that is away costs no memory.</summary>
    public int MostPointsWaiting { get; init; } = 4096;

    public int MostFramesWaiting { get; init; } = 64;
}
