using System.Globalization;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The gradient at each time step of a recurrent network as a line, the first step on the left, on a log axis.</summary>
/// <param name="Norms">Euclidean lengths, one for each time step; null where it is not a number.</param>
/// <param name="Path">The line through those that are above zero.</param>
/// <param name="Y">Where logarithms to base ten lie.</param>
/// <param name="Powers">Those that the axis names.</param>
public sealed record TimeStepCurve(IReadOnlyList<double?> Norms, string Path, PlotScale Y, IReadOnlyList<int> Powers)
{
    public const double Left = 48;
    public const double Right = 390;
    public const double Top = 12;
    public const double Bottom = 192;

    /// <param name="norms">As the curve has them.</param>
    /// <param name="axis">Has room for all that is to be compared, also in other charts.</param>
    public static TimeStepCurve Create(IReadOnlyList<double?> norms, LogAxis axis)
    {
        var x = new PlotScale(0, Math.Max(1, norms.Count - 1), Left, Right);
        var y = new PlotScale(axis.Bottom, axis.Top, Bottom, Top);
        var places = norms.Index().Where(norm => norm.Item > 0)
            .Select(norm => (X: x.At(norm.Index), Y: y.At(Math.Log10(norm.Item!.Value))));
        var path = string.Concat(places.Select((place, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{place.X:0.#} {place.Y:0.#}")));
        return new(norms, path, y, axis.Powers);
    }
}
