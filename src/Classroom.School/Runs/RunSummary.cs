namespace Classroom.School.Runs;

/// <summary>A run in a list.</summary>
public sealed record RunSummary
{
    public required Guid Id { get; init; }

    public required int OwnerId { get; init; }

    public required string OwnerName { get; init; }

    public string? Title { get; init; }

    public string? Slug { get; init; }

    /// <summary>The walk through that experiment.</summary>
    public Guid? TrialId { get; init; }

    /// <summary>What the run is called within the experiment.</summary>
    public string? TrialRun { get; init; }

    public required string ConfigJson { get; init; }

    public required string DataSetId { get; init; }

    public required RunState State { get; init; }

    public required int Step { get; init; }

    public required int Steps { get; init; }

    public required int Epoch { get; init; }

    public required int Epochs { get; init; }

    public required int Points { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime? EndedUtc { get; init; }

    /// <summary>For people: why it diverged or failed.</summary>
    public string? Message { get; init; }

    public double? TrainLoss { get; init; }

    public double? ValLoss { get; init; }

    public double? ValAccuracy { get; init; }
}
