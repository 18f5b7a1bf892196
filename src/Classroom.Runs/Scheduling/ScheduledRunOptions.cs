using Classroom.Training;

namespace Classroom.Runs;

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

    /// <summary>Not to be trained before it is resumed.</summary>
    public bool StartsPaused { get; init; }

    /// <summary>With so many points not yet stored the run is held back, so that a database that is away costs no memory.</summary>
    public int MostPointsWaiting { get; init; } = 4096;

    public int MostFramesWaiting { get; init; } = 64;
}
