namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>A run for comparing settings seed by seed.</summary>
/// <param name="Setting">The same for runs that differ in the seed alone.</param>
/// <param name="Outcome">What came of it; null while it is not over.</param>
public sealed record PairedRun(string Setting, int Seed, double? Outcome);

/// <summary>What came of each setting with one seed, in the order of the settings; null where no such run is over.</summary>
public sealed record PairedRow(int Seed, IReadOnlyList<double?> Outcomes);

/// <summary>A setting against the first one, with the same seeds.</summary>
/// <param name="Pairs">Seeds with which both are over.</param>
/// <param name="Better">Pairs in which this setting was better than the first.</param>
/// <param name="Worse">Pairs in which it was worse.</param>
/// <param name="Mean">Of the differences, this one minus the first.</param>
/// <param name="Low">The smallest of them.</param>
/// <param name="High">The largest of them.</param>
public sealed record PairedComparison(int Pairs, int Better, int Worse, double Mean, double Low, double High);

/// <summary>
/// Settings compared with the same seeds: chance plays the same part in both runs of a pair, so that their difference tells
/// more than that of two runs with different seeds.
/// </summary>
public sealed class PairedSeeds
{
    private PairedSeeds(IReadOnlyList<string> settings, IReadOnlyList<PairedRow> rows) => (Settings, Rows) = (settings, rows);

    public IReadOnlyList<string> Settings { get; }

    public IReadOnlyList<PairedRow> Rows { get; }

    /// <summary>Null where no two settings have a seed in common.</summary>
    public static PairedSeeds? From(IReadOnlyList<PairedRun> runs)
    {
        List<string> settings = [.. runs.Select(run => run.Setting).Distinct()];
        List<PairedRow> rows =
        [
            .. runs.GroupBy(run => run.Seed).Where(seed => seed.Select(run => run.Setting).Distinct().Count() > 1).OrderBy(seed => seed.Key)
                .Select(seed => new PairedRow(
                    seed.Key, [.. settings.Select(setting => seed.FirstOrDefault(run => run.Setting == setting)?.Outcome)])),
        ];
        return rows.Count > 0 ? new PairedSeeds(settings, rows) : null;
    }

    /// <summary>A setting against the first one; null where no pair is over yet.</summary>
    /// <param name="setting">Its place, from 1.</param>
    /// <param name="lowerIsBetter">True for a loss, false for an accuracy.</param>
    public PairedComparison? Compare(int setting, bool lowerIsBetter)
    {
        List<double> differences = [.. Rows.Select(row => row.Outcomes[setting] - row.Outcomes[0]).OfType<double>()];
        return differences.Count == 0 ? null : new PairedComparison(
            differences.Count,
            differences.Count(difference => lowerIsBetter ? difference < 0 : difference > 0),
            differences.Count(difference => lowerIsBetter ? difference > 0 : difference < 0),
            differences.Average(),
            differences.Min(),
            differences.Max());
    }

    /// <summary>A seed that none of the runs has had.</summary>
    public static int NextSeed(IEnumerable<int> used)
    {
        var taken = used.ToHashSet();
        var next = taken.DefaultIfEmpty(0).Max();
        do
        {
            next = next == int.MaxValue ? 0 : next + 1;
        }
        while (taken.Contains(next));
        return next;
    }
}
