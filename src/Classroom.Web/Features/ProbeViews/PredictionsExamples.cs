using System.Globalization;
using Classroom.Training.Probes.Predictions;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The examples themselves, which never change.</summary>
/// <param name="Pictures">Data addresses; empty for sequences.</param>
/// <param name="Curves">Paths in a field of <see cref="CurveWidth"/> × <see cref="CurveHeight"/>; empty for pictures.</param>
public sealed record PredictionsExamples(IReadOnlyList<string> Pictures, IReadOnlyList<string> Curves, IReadOnlyList<string> Classes)
{
    public const double CurveWidth = 120;
    public const double CurveHeight = 56;

    public static PredictionsExamples From(PredictionsFrame frame) => new(
        [.. (frame.Images ?? []).Select(image => IndexedPng.OfGrey(image.Pixels!, frame.Width!.Value, frame.Height!.Value))],
        [.. (frame.Sequences ?? []).Select(
            sequence => Curve(sequence.Values!, CurveWidth, PlotScale.Create(sequence.Values!, CurveHeight, 0)))],
        frame.Classes!);

    /// <summary>A line through numbers one after another.</summary>
    public static string Curve(IReadOnlyList<double> values, double width, PlotScale y) =>
        string.Concat(values.Select((
            value,
            i) => string.Create(
                CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{width * i / Math.Max(1, values.Count - 1):0.#} {y.At(value):0.#}")));
}
