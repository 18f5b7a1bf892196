namespace Classroom.Web.Features.Charts.Statistics;

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
