using Classroom.Training.Data;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>
/// Every sentence that says which is the best, the better one, or the same. What is equal is not better, and where the
/// difference is too small for the digits that are shown, the sentence says so.
/// </summary>
public static class Comparisons
{
    private const string Hair = "by a hair";

    /// <summary>What the reader of a chart is told of one run: its last epoch against its earlier ones, by what the chart shows.</summary>
    /// <param name="metric">What the chart shows.</param>
    /// <param name="summary">The run's curve so far.</param>
    /// <param name="data">What an example is.</param>
    /// <param name="isOver">Nothing more will come.</param>
    public static string OfEpochs(CurveMetric metric, CurveSummary summary, DataSetKind data, bool isOver = false)
    {
        if (metric.Best(summary) is not { } found)
        {
            return isOver ? "No epoch was finished, so nothing was validated."
                : summary.Count == 0 ? "There is no point yet."
                : "The first epoch is being trained; validation follows at its end.";
        }

        var (value, best) = (Text(metric, found.Value), Text(metric, found.Best));
        var sentence = metric.IsShare
            ? $"After epoch {found.Epoch}: {value} of the {Examples(data)} right"
            : $"After epoch {found.Epoch}: a validation loss of {value}{(data == DataSetKind.Text ? " per character" : "")}";
        return sentence + found switch
        {
            { Epochs: 1 } => ".",
            { Epoch: var epoch, BestEpoch: var before } when epoch == before => ", the best so far.",
            { Value: var last, Best: var top } when last == top => $"; no epoch was better, and epoch {found.BestEpoch} was as good.",
            _ => $"; epoch {found.BestEpoch} was better{(best == value ? $" {Hair}" : $", with {best}")}.",
        };
    }

    /// <summary>A setting against the first one, over pairs of runs with the same seeds.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="first">The first one.</param>
    /// <param name="found">Outcomes of the setting minus those of the first one.</param>
    /// <param name="byAccuracy">The outcomes are accuracies; losses when false.</param>
    public static string OfPairs(string name, string first, PairedComparison found, bool byAccuracy)
    {
        var ties = found.Pairs - found.Better - found.Worse;
        if (ties == found.Pairs)
        {
            return found.Pairs == 1
                ? $"“{name}” and “{first}” came out the same. One pair is no proof yet."
                : $"“{name}” and “{first}” came out the same in all {found.Pairs} pairs.";
        }

        // Positive where the setting was the better one.
        var sign = byAccuracy ? 1 : -1;
        var (mean, low, high) =
            (sign * found.Mean, Math.Min(sign * found.Low, sign * found.High), Math.Max(sign * found.Low, sign * found.High));
        if (found.Pairs == 1)
        {
            return $"“{(mean > 0 ? name : first)}” was better than “{(mean > 0 ? first : name)}” in the one pair, "
                + $"{Mean(mean, byAccuracy)}. One pair is no proof yet.";
        }

        var (ahead, behind, times) = found.Better >= found.Worse ? (name, first, found.Better) : (first, name, found.Worse);
        var counts = found.Better == found.Worse
            ? $"“{name}” and “{first}” were better equally often, each in {times} of {found.Pairs} pairs"
            : $"“{ahead}” was better than “{behind}” in {times} of {found.Pairs} pairs";
        var equal = ties switch { 0 => "", 1 => ", and 1 pair was a tie", _ => $", and {ties} pairs were ties" };
        if (mean == 0)
        {
            return $"{counts}{equal}. On average they came out the same.";
        }

        // From the side of the one that was ahead on average.
        (low, high) = mean > 0 ? (low, high) : (-high, -low);
        return $"{counts}{equal}. On average “{(mean > 0 ? name : first)}” was better {Mean(mean, byAccuracy)}; the differences go from "
            + $"{By(low, byAccuracy)} to {By(high, byAccuracy)}.";
    }

    /// <summary>The best of a grid of runs; all of them where several are equal.</summary>
    /// <param name="measure">What the values are.</param>
    /// <param name="cells">Where each is, and its accuracy; those without one are left out.</param>
    /// <param name="isComplete">No more values will come.</param>
    public static string OfGrid(string measure, IReadOnlyList<(string Place, double Value)> cells, bool isComplete)
    {
        var top = cells.Max(cell => cell.Value);
        List<string> best = [.. cells.Where(cell => cell.Value == top).Select(cell => cell.Place)];
        var those = best.Count <= 3 ? string.Join("; and ", best) : $"{best.Count} pairs that came out the same";
        return $"{measure}: the best {(isComplete ? "is" : "so far is")} {Percent.Format(Math.Clamp(top, 0, 1))} with {those}.";
    }

    private static string Text(CurveMetric metric, float value) => metric.IsShare ? Percent.Exact(value) : Numbers.Loss(value);

    private static string Mean(double mean, bool byAccuracy) =>
        byAccuracy && Math.Abs(mean) < 0.0005 ? Hair : $"by {By(Math.Abs(mean), byAccuracy)}";

    private static string By(double difference, bool byAccuracy) =>
        byAccuracy ? Percent.Points(difference) : (difference < 0 ? "−" : "") + Numbers.Loss(Math.Abs(difference));

    private static string Examples(DataSetKind data) => data switch
    {
        DataSetKind.Text => "next characters",
        DataSetKind.Image => "validation pictures",
        _ => "validation examples",
    };
}
