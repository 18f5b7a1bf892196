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

/// <summary>What runs can be sorted by. Those that have no such value come last.</summary>
public enum RunOrder
{
    Created,
    Name,
    DataSet,
    State,
    Epochs,
    TrainLoss,
    ValLoss,
    ValAccuracy,
    Term,
}

/// <param name="Run">The run.</param>
/// <param name="ConfigBefore">The config of the owner's run before it; null for her first.</param>
public sealed record ListedRun(RunSummary Run, string? ConfigBefore);

/// <param name="Runs">Those on the page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record RunList(IReadOnlyList<ListedRun> Runs, int Total);
