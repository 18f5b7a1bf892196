using System.Globalization;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.WeightHistograms;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>How many weights of each layer are how large.</summary>
public sealed record WeightHistogramScene(IReadOnlyList<WeightHistogramLayer> Layers)
{
    public const double Width = 240;
    public const double Height = 90;

    public static WeightHistogramScene From(RunFrameMessage shown) =>
        new([.. SharedScenes.Read<WeightHistogramFrame>(shown).Layers.Select(
            layer => new WeightHistogramLayer(LayerNames.Words(layer.Name), layer.Limit, layer.Counts, Outline(layer.Counts)))]);

    // All bars as one shape.
    private static string Outline(int[] counts)
    {
        var (bin, most) = (Width / counts.Length, Math.Max(1, counts.Max()));
        var bars = counts.Index().Where(count => count.Item > 0)
            .Select(count => string.Create(
                CultureInfo.InvariantCulture,
                $"M{count.Index * bin:0.#} {Height:0}v{-Math.Max(1.5, Height * count.Item / most):0.#}h{bin - 0.6:0.#}V{Height:0}z"));
        return string.Concat(bars);
    }
}
