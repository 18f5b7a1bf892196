using Classroom.Runs.Grains;
using Classroom.Training.Probes.WeightHistograms;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>How many weights of each layer are how large.</summary>
public sealed record WeightHistogramScene(IReadOnlyList<WeightHistogramLayer> Layers)
{
    public const double Width = 240;
    public const double Height = 90;

    public static WeightHistogramScene From(RunFrameMessage shown) => SharedScenes.GetOrCreate(shown, () => new WeightHistogramScene(
        [.. SharedScenes.Read<WeightHistogramFrame>(shown).Layers.Select(
            layer => new WeightHistogramLayer(LayerNames.Words(layer.Name), layer.Limit, layer.Counts))]));
}
