using Classroom.Runs.Execution;
using Classroom.Training.Settings;

namespace Classroom.Runs.Grains;

public sealed record RunsOptions
{
    /// <summary>Training threads of this process; at least 1.</summary>
    public required int Threads { get; init; }

    public required TrainingLimits Limits { get; init; }

    /// <summary>Runs of one person that train at the same time, where those of one trial count as one; further ones wait.</summary>
    public int MaxTrainingRunsPerPerson { get; init; } = 1;

    /// <summary>After a crash at most this much has to be trained again, and about as much as came between two writes.</summary>
    public TimeSpan CheckpointEvery { get; init; } = CheckpointRhythm.UsualInterval;
}
