namespace Classroom.School.Runs;

/// <summary>What somebody wants to see of her own runs.</summary>
public sealed record RunQuery
{
    /// <summary>Runs on one page, at most.</summary>
    public const int MostOnAPage = 100;

    /// <summary>Only runs with this in their name, their term or their name within an experiment, whatever the case.</summary>
    public string? Text { get; init; }

    public RunState? State { get; init; }

    public string? DataSetId { get; init; }

    public RunOrder Order { get; init; } = RunOrder.Created;

    public bool Descending { get; init; } = true;

    public int Skip { get; init; }

    public int Take { get; init; } = 20;
}
