using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>One bar for each layer, from the first to the last, on a log axis.</summary>
/// <param name="Bars">From input to output.</param>
/// <param name="Scale">Of the logarithm to base ten.</param>
/// <param name="Powers">Those that the axis names.</param>
public sealed record LogBars(IReadOnlyList<LogBar> Bars, PlotScale Scale, IReadOnlyList<int> Powers)
{
    public const double RowHeight = 30;
    public const double Left = 118;
    public const double Right = 290;

    public double Height => RowHeight * Bars.Count;

    /// <param name="layers">The names of weight matrices in the network, and a value of each; null where it is not a number.</param>
    /// <param name="axis">Has room for all that is to be compared, also in other charts.</param>
    public static LogBars Create(IReadOnlyList<LayerValue> layers, LogAxis axis)
    {
        var scale = new PlotScale(axis.Bottom, axis.Top, Left, Right);
        return new([.. layers.Select(layer => Bar(layer.Name, layer.Value, scale))], scale, axis.Powers);
    }

    private static LogBar Bar(string layer, double? value, PlotScale scale) =>
        new(LayerNames.Words(layer), value, value > 0 ? scale.At(Math.Log10(value.Value)) - Left : 0);
}
