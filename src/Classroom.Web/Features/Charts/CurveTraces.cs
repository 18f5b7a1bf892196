using Classroom.Web.Features.Charts.Statistics;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.Charts;

/// <summary>
/// A chart's lines as Plotly wants them. Each run has four, always in this order: train, its running mean, validation, and
/// the ring around its best epoch.
/// </summary>
public static class CurveTraces
{
    /// <summary>Traces of one run.</summary>
    public const int PerRun = 4;

    private const int LongestName = 40;

    /// <summary>Series colors, by number from 1 as in theme.css.</summary>
    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];

    /// <summary>The number of a run's color; one run alone has the first for training and the second for validation.</summary>
    public static int Series(int place) => (place % Colors.Length) + 1;

    public static IEnumerable<CurveTrace> Create(
        CurveMetric metric, CurveView view, CurveScale scale, string name, int place, bool alone, CurveStretch stretch)
    {
        var (train, validation) = alone ? (1, 2) : (Series(place), Series(place));
        name = Plain(name);
        var value = scale.InWords ? "%{text}" : metric.IsShare ? "%{y:.1%}" : "%{y:.4~f}";
        yield return new CurveTrace
        {
            Uid = $"s{train}-train-{place}",
            Name = alone ? "training" : $"{name}, training",
            Mode = "lines",
            // The noise of several runs would hide their validation; it stays to be seen behind it.
            Line = new CurveStroke(Colors[train - 1], view.Smooth || !alone ? 1 : 1.5),
            Opacity = view.Smooth ? 0.35 : alone ? 1 : 0.5,
            HoverTemplate = alone ? $"training {value}<extra></extra>" : $"{name} {value}<extra></extra>",
        }.With(stretch.Train, scale);
        yield return new CurveTrace
        {
            Uid = $"s{train}-mean-{place}",
            Name = $"{name}, running mean",
            Mode = "lines",
            Line = new CurveStroke(Colors[train - 1], 2.5),
            ShowLegend = false,
            HoverInfo = "skip",
        }.With(stretch.Smoothed, scale);
        yield return new CurveTrace
        {
            Uid = $"s{validation}-validation-{place}",
            Name = alone ? "validation" : $"{name}, validation",
            Mode = "lines+markers",
            Line = new CurveStroke(Colors[validation - 1], 3, "dash"),
            Marker = new CurveMark(Colors[validation - 1], 8),
            HoverTemplate = alone ? $"validation {value}<extra></extra>" : $"{name}, validation {value}<extra></extra>",
        }.With(stretch.Validation, scale);
        yield return new CurveTrace
        {
            Uid = $"s{validation}-best-{place}",
            Name = $"{name}, best epoch",
            Mode = "markers",
            Marker = new CurveMark(Colors[validation - 1], 18, "circle-open", new CurveStroke(Colors[validation - 1], 3)),
            ShowLegend = false,
            HoverInfo = "skip",
        }.With(stretch.Best is { } best ? [best] : [], scale);
    }

    // Plotly reads a name as if it were markup with fields to fill in.
    private static string Plain(string name)
    {
        var plain = name.Length > LongestName ? $"{name[..(LongestName - 1)]}…" : name;
        return plain.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("%{", "% {", StringComparison.Ordinal);
    }

    /// <summary>What is to be added to the traces that are drawn; null where nothing is.</summary>
    public static CurveBatch? Added(CurveScale scale, IReadOnlyList<CurveStretch> stretches)
    {
        var batch = new CurveBatch([], [], [], scale.InWords ? [] : null, []);
        foreach (var (place, stretch) in stretches.Index())
        {
            batch.Add((place * PerRun) + 0, stretch.Train, -1, scale);
            batch.Add((place * PerRun) + 1, stretch.Smoothed, -1, scale);
            batch.Add((place * PerRun) + 2, stretch.Validation, -1, scale);
            // One place, so that the ring moves.
            batch.Add((place * PerRun) + 3, stretch.Best is { } best ? [best] : [], 1, scale);
        }

        return batch.Traces.Count > 0 ? batch : null;
    }

    /// <summary>What the reader sees who points at a value.</summary>
    internal static string Words(double value, CurveScale scale) => scale.IsShare ? Percent.Exact(value) : Numbers.Loss(value);
}
