namespace Classroom.School.Runs;

public sealed record RunFilter
{
    public int? OwnerId { get; init; }

    /// <summary>Only runs of students of this class.</summary>
    public int? ClassId { get; init; }

    public string? Slug { get; init; }

    /// <summary>Only runs of this walk through an experiment.</summary>
    public Guid? TrialId { get; init; }

    /// <summary>True: only queued, running and paused ones. False: only ended ones.</summary>
    public bool? Unfinished { get; init; }

    /// <summary>Only runs created before this time, to page through a long list.</summary>
    public DateTime? BeforeUtc { get; init; }

    public int Take { get; init; } = 50;
}
