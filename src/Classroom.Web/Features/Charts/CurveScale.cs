using Classroom.Web.Features.Charts.Statistics;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.Charts;

/// <summary>
/// The upright axis of a chart, chosen by what its runs have reached. Numbers in it are rounded, so that it changes seldom
/// while a run trains.
/// </summary>
/// <param name="Log">A logarithmic axis.</param>
/// <param name="Limit">Where the axis ends because a value far beyond would flatten the others; null where all is shown.</param>
/// <param name="Bottom">The power of ten that stands for 0 on a logarithmic axis; null where nothing is 0, or 0 has its own place.</param>
/// <param name="Low">The power of ten at or below the lowest value above 0.</param>
/// <param name="High">The power of ten at or above the highest value.</param>
/// <param name="InWords">Some values are too large or too small to be read in figures.</param>
/// <param name="IsShare">The values are shares, from 0 to 1.</param>
public sealed record CurveScale(
    bool Log = false, double? Limit = null, int? Bottom = null, int Low = 0, int High = 0, bool InWords = false, bool IsShare = false)
{
    // What is so many times as high as all the rest leaves it an eighth of the picture.
    private const double Giant = 8;
    private const int Smallest = -44;

    public static CurveScale Create(CurveView view, CurveMetric metric, IReadOnlyList<CurveExtent> extents)
    {
        var (usual, highest) =
            (extents.Select(one => one.Usual).DefaultIfEmpty(0).Max(), extents.Select(one => one.Highest).DefaultIfEmpty(0).Max());
        var lowest = extents.Select(one => one.LowestAboveZero).DefaultIfEmpty(double.PositiveInfinity).Min();
        var isGiant = !metric.IsShare && highest > Giant * usual && usual > 0;
        var low = double.IsInfinity(lowest) ? 0 : Math.Max(Smallest + 1, (int)Math.Floor(Math.Log10(lowest)));
        var high = highest > 0 ? Math.Max(low, (int)Math.Ceiling(Math.Log10(highest))) : low;
        return new(
            view.Log,
            isGiant && !view.Everything ? RoundUp(1.05 * usual) : null,
            view.Log && extents.Any(one => one.HasZero) ? low - 1 : null,
            view.Log ? low : 0,
            view.Log || highest >= 1e6 ? high : 0,
            !metric.IsShare && (Numbers.NeedsWords(highest) || (double.IsFinite(lowest) && Numbers.NeedsWords(lowest)))
                || (view.Log && extents.Any(one => one.HasZero)),
            metric.IsShare);
    }

    /// <summary>Runs of which a part is above the picture.</summary>
    public bool Cuts(CurveExtent extent) => Limit is { } limit && extent.Highest > Top(limit);

    /// <summary>Where a value is drawn.</summary>
    public double Place(double value) => Bottom is { } bottom && value <= 0 ? Math.Pow(10, bottom) : value;

    /// <summary>The ends of the axis, as Plotly has them: powers of ten where it is logarithmic. Null where Plotly finds them.</summary>
    public double[]? Range =>
        Limit is not { } limit ? IsShare && !Log ? [0, 1.02] : null : Log ? [(Bottom ?? Low) - 0.1, Math.Log10(Top(limit))] : [0, limit];

    /// <summary>Marks on the axis with their words; null where Plotly's own can be read.</summary>
    public (double[] Values, string[] Words)? Ticks
    {
        get
        {
            double[] values = Log ? Bottom is not null || (!IsShare && (Low < -3 || High > 6)) ? [.. LogTicks()] : []
                : High > 6 && Limit is null ? [.. new[] { 0, 0.1, 0.2, 0.5, 1 }.Select(part => part * Math.Pow(10, High))]
                : [];
            return values.Length == 0 ? null : (values, [.. values.Select(Words)]);
        }
    }

    private string Words(double value) =>
        Bottom is { } bottom && value == Math.Pow(10, bottom) ? "0" : IsShare ? $"{Numbers.Compact(100 * value)}%" : Numbers.Compact(value);

    // On a logarithmic axis there is room for a little more.
    private double Top(double limit) => Log ? 10 * limit : limit;

    private IEnumerable<double> LogTicks()
    {
        if (Bottom is { } bottom)
        {
            yield return Math.Pow(10, bottom);
        }

        var high = Limit is { } limit ? (int)Math.Ceiling(Math.Log10(Top(limit))) : High;
        var every = Math.Max(1, (int)Math.Ceiling((high - Low) / 7.0));
        for (var power = Low; power <= high; power++)
        {
            if ((power - Low) % every == 0)
            {
                yield return Math.Pow(10, power);
            }

            // Over so few powers of ten there is room between them.
            if (high - Low <= 2 && power < high)
            {
                yield return 2 * Math.Pow(10, power);
                yield return 5 * Math.Pow(10, power);
            }
        }
    }

    private static double RoundUp(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Ceiling(value / unit) * unit;
    }
}
