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

internal static class RunSummaries
{
    /// <summary>In no order.</summary>
    public static IQueryable<RunSummary> Summarise(this IQueryable<Run> runs, ClassroomDbContext db) =>
        runs.Join(db.Users, run => run.OwnerId, user => user.Id, (run, user) => new RunSummary
        {
            Id = run.Id,
            OwnerId = run.OwnerId,
            OwnerName = user.DisplayName,
            Title = run.Title,
            Slug = run.Slug,
            TrialId = run.TrialId,
            TrialRun = run.TrialRun,
            ConfigJson = run.ConfigJson,
            DataSetId = run.DataSetId,
            State = run.State,
            Step = run.Step,
            Steps = run.Steps,
            Epoch = run.Epoch,
            Epochs = run.Epochs,
            Points = run.Points,
            CreatedUtc = run.CreatedUtc,
            EndedUtc = run.EndedUtc,
            Message = run.Message,
            TrainLoss = run.TrainLoss,
            ValLoss = run.ValLoss,
            ValAccuracy = run.ValAccuracy,
        });
}
