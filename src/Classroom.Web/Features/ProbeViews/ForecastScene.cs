using System.Globalization;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.Forecasts;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Predicted numbers beside the true ones.</summary>
/// <param name="IsLine">Each example is one number: then what is predicted is drawn over it; otherwise over the truth.</param>
/// <param name="Truth">Marks of the true numbers; empty where the truth is the axis.</param>
/// <param name="Predicted">Marks, or, where examples are one number, a line.</param>
/// <param name="Error">The mean distance between truth and prediction; null where one is not a number.</param>
public sealed record ForecastScene(
    bool IsLine,
    PlotScale X,
    PlotScale Y,
    string Truth,
    string Predicted,
    IReadOnlyList<ForecastCurve> Curves,
    IReadOnlyList<(double Truth, double? Predicted)> Examples,
    double? Error)
{
    public const double Size = 400;

    private const int MostCurves = 3;
    private const double Radius = 4.5;

    public static ForecastScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var (known, frame) = (SharedScenes.Read<ForecastFrame>(first), SharedScenes.Read<ForecastFrame>(shown));
        var (truth, inputs) = (known.Truth!, known.Inputs!);
        var examples = truth.Zip(frame.Prediction).ToList();
        double? error = examples.Any(example => example.Second is null)
            ? null
            : examples.Average(example => Math.Abs(example.First - example.Second!.Value));
        var isLine = inputs.Count == examples.Count && inputs[0].Length == 1;
        var x = PlotScale.Create(isLine ? inputs.Select(input => input[0]) : truth, 0, Size);
        var y = PlotScale.Create(truth, Size, 0);
        var predicted = examples.Index().Where(example => example.Item.Second is not null)
            .Select(example => (X: x.At(isLine ? inputs[example.Index][0] : example.Item.First), Y: y.At(example.Item.Second!.Value)));
        return new(
            isLine,
            x,
            y,
            isLine ? ClassMarks.Path(0, truth.Index().Select(place => (x.At(inputs[place.Index][0]), y.At(place.Item))), Radius) : "",
            isLine ? Line(predicted.OrderBy(place => place.X)) : ClassMarks.Path(0, predicted, Radius),
            isLine ? [] : [.. inputs.Take(MostCurves).Select((input, i) => ForecastCurve.From(input, truth[i], frame.Prediction[i]))],
            examples,
            error);
    }

    private static string Line(IEnumerable<(double X, double Y)> places) =>
        string.Concat(
            places.Select((place, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{place.X:0.#} {place.Y:0.#}")));
}
