using Classroom.Runs.Grains;
using Classroom.Training.Probes.GradientNorms;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>How strongly the loss pulls at each layer, and how far back through time.</summary>
/// <param name="Layers">Euclidean lengths of gradients, from input to output.</param>
/// <param name="TimeSteps">From the first to the last; null for a network that does not read one time step after another.</param>
public sealed record GradientNormsScene(IReadOnlyList<LayerValue> Layers, IReadOnlyList<double?>? TimeSteps)
{
    private const double TooWeak = 1e-3;

    /// <summary>
    /// What the first layer is compared with: the last hidden one, as the measure has it, or the last where no other is hidden.
    /// </summary>
    public LayerValue Last => Layers[Layers.Count > 2 ? ^2 : ^1];

    /// <summary>The first layer's over that of <see cref="Last"/>; null where there is none.</summary>
    public double? Ratio => Layers.Count > 1 && Last.Value > 0 ? Layers[0].Value / Last.Value : null;

    /// <summary>The first layer gets less than a thousandth of its gradient.</summary>
    public bool IsVanishing => Ratio < TooWeak;

    /// <summary>The first time step's over the last one's; null where there is none.</summary>
    public double? TimeStepRatio => TimeSteps?[^1] > 0 ? TimeSteps[0] / TimeSteps[^1] : null;

    /// <summary>The first time step gets less than a thousandth of the last one's gradient.</summary>
    public bool IsVanishingInTime => TimeStepRatio < TooWeak;

    public static GradientNormsScene From(RunFrameMessage shown) => SharedScenes.GetOrCreate(shown, () =>
    {
        var frame = SharedScenes.Read<GradientNormsFrame>(shown);
        return new GradientNormsScene(
            [.. frame.Layers.Select(layer => new LayerValue(layer.Name, layer.Norm))],
            frame.TimeSteps is { Count: > 1 } timeSteps ? timeSteps : null);
    });
}
