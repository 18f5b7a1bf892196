using System.Globalization;

namespace Classroom.Curriculum.Charts;

/// <summary>What a chart, its table and its words have in common.</summary>
internal static class ChartValues
{
    private const int MostRowsForOneRun = 10;
    private const int MostRowsForSeveralRuns = 6;

    public static IReadOnlyList<ChartLine> Lines(RecordedRun run, ChartShow show) => show switch
    {
        ChartShow.Loss => [
            new("training", [.. run.Epochs.Select(epoch => epoch.TrainLoss)]),
            new("validation", [.. run.Epochs.Select(epoch => epoch.ValLoss)])
        ],
        ChartShow.Accuracy => [
            new("training", [.. run.Epochs.Select(epoch => epoch.TrainAccuracy)]),
            new("validation", [.. run.Epochs.Select(epoch => epoch.ValAccuracy)])
        ],
        _ => [new("training", run.Steps)],
    };

    /// <summary>What the horizontal axis counts.</summary>
    public static string Unit(ChartShow show) => show == ChartShow.Steps ? "step" : "epoch";

    public static string Quantity(ChartShow show) => show == ChartShow.Accuracy ? "accuracy" : "loss";

    /// <summary>The longest run's number of points.</summary>
    public static int Length(Recording recording, ChartShow show) => recording.Runs.Max(run => run.Count(show));

    /// <summary>
    /// The few epochs or steps, counted from 1, that table and words tell: the first, the last of each run, and some
    /// between at equal distances.
    /// </summary>
    public static IReadOnlyList<int> Told(Recording recording, ChartShow show)
    {
        var length = Length(recording, show);
        var most = recording.Runs.Count == 1 ? MostRowsForOneRun : MostRowsForSeveralRuns;
        IEnumerable<int> some = length <= most
            ? Enumerable.Range(1, length)
            : [1, .. Enumerable.Range(1, most - 1).Select(part => (int)Math.Round((double)part * length / (most - 1)))];
        return [.. some.Concat(recording.Runs.Select(run => run.Count(show))).Where(place => place > 0).Distinct().Order()];
    }

    /// <summary>How far the loss moves from one step to the next, on average; null with fewer than two steps.</summary>
    public static double? MeanChange(RecordedRun run) =>
        run.Steps.Count < 2 ? null : run.Steps.Zip(run.Steps.Skip(1), (one, next) => Math.Abs(next - one)).Average();

    /// <summary>A value as it is read: 0.42, 84%, or 3 × 10¹² for a loss that has exploded.</summary>
    public static string Text(double value, ChartShow show) => (show, value) switch
    {
        (ChartShow.Accuracy, _) => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0}%"),
        (_, >= 100_000) =>
            string.Create(CultureInfo.InvariantCulture, $"{value / Math.Pow(10, Power(value)):0.0} × 10{Raised(Power(value))}"),
        (_, >= 100) => string.Create(CultureInfo.InvariantCulture, $"{value:0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.00}"),
    };

    private static int Power(double value) => (int)Math.Floor(Math.Log10(value));

    private static string Raised(int power) =>
        string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
