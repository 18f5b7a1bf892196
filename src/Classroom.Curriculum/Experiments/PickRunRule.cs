namespace Classroom.Curriculum.Experiments;

/// <summary>
/// Each choice stands for a run, in the same order, and the one with the highest or the lowest measure came true. One more
/// choice may follow for runs that are all alike, and one for runs of which none gets anywhere.
/// </summary>
/// <param name="Measure">One of <see cref="ExperimentMeasures.Names"/>.</param>
/// <param name="Level">What the measure counts up to, where it asks for that.</param>
/// <param name="PickHighest">False: the lowest.</param>
/// <param name="Of">The names of the runs.</param>
/// <param name="Minus">For each of them the run whose measure is taken away from it; null for none.</param>
/// <param name="Alike">The highest and the lowest are at most so far apart where all are alike; null where that is no choice.</param>
/// <param name="None">What the picked one must be above to count; null where that is no choice.</param>
public sealed record PickRunRule(
    string Measure, double? Level, bool PickHighest, IReadOnlyList<string> Of, IReadOnlyList<string>? Minus, double? Alike, double? None)
        : PredictionRule
{
    public override IEnumerable<(string Measure, double Level)> Measures => [(Measure, Level ?? 0)];

    /// <summary>How many choices it can tell apart.</summary>
    public int Choices => Of.Count + (Alike is null ? 0 : 1) + (None is null ? 0 : 1);

    /// <summary>What is compared, one check without limits for each run.</summary>
    public IReadOnlyList<ExperimentCheck> Compared =>
        [.. Of.Select((run, index) => new ExperimentCheck { Measure = Measure, Level = Level, Of = run, Minus = Minus?[index] })];
}
