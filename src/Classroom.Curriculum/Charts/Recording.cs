namespace Classroom.Curriculum.Charts;

/// <summary>Training runs that the engine has recorded, as a file in a term's <c>charts</c> folder tells them.</summary>
internal sealed record Recording
{
    public const int MaxRuns = 4;

    /// <summary>Named A, B, C, D.</summary>
    public required IReadOnlyList<RecordedRun> Runs { get; init; }

    public static string NameOf(int run) => ((char)('A' + run)).ToString();

    /// <summary>What a chart of this recording may show.</summary>
    public IEnumerable<ChartShow> Shows => Enum.GetValues<ChartShow>().Where(show => Runs.Any(run => run.Count(show) > 0));
}

internal sealed record RecordedRun
{
    public required string Name { get; init; }

    public required IReadOnlyList<RecordedEpoch> Epochs { get; init; }

    /// <summary>The training loss of each of the first steps, in nats; empty where the recording did not ask for it.</summary>
    public required IReadOnlyList<double> Steps { get; init; }

    /// <summary>The step at which the loss became infinite or no number; null for a run that was completed.</summary>
    public required int? DivergedAt { get; init; }

    /// <summary>How many points it has of what is to be shown.</summary>
    public int Count(ChartShow show) => show == ChartShow.Steps ? Steps.Count : Epochs.Count;
}

/// <summary>One epoch: mean values of its training steps, validation values at its end. Losses in nats, accuracies 0 to 1.</summary>
internal readonly record struct RecordedEpoch(int Step, double TrainLoss, double ValLoss, double TrainAccuracy, double ValAccuracy);
