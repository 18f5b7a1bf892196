using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The numbers of one example in a row, and what comes next.</summary>
/// <param name="Truth">Its height in the drawing.</param>
/// <param name="Predicted">Its height in the drawing; null where it is not a number.</param>
public sealed record ForecastCurve(string Path, double Truth, double? Predicted)
{
    public const double Width = 150;
    public const double Height = 80;

    public static ForecastCurve From(double[] input, double truth, double? predicted)
    {
        var y = PlotScale.Create([.. input, truth], Height, 0);
        return new(PredictionsExamples.Curve(input, Width, y), y.At(truth), predicted is { } value ? y.At(value) : null);
    }
}
