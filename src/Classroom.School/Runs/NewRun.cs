namespace Classroom.School.Runs;

/// <summary>A run whose config has already been found valid.</summary>
public sealed record NewRun
{
    public string? Title { get; init; }

    /// <summary>The term whose experiment this belongs to.</summary>
    public string? Slug { get; init; }

    /// <summary>The walk through that experiment, which must be the owner's newest; the run then belongs to its term.</summary>
    public Guid? TrialId { get; init; }

    /// <summary>What the run is called within the experiment; exactly where there is a <see cref="TrialId"/>.</summary>
    public string? TrialRun { get; init; }

    public required string ConfigJson { get; init; }

    public required string DataSetId { get; init; }

    public required int Steps { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Training examples of an epoch; null where nobody counted them.</summary>
    public int? TrainExamples { get; init; }
}
