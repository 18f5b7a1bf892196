namespace Classroom.Curriculum.Charts;

/// <summary>One run of a recording.</summary>
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
