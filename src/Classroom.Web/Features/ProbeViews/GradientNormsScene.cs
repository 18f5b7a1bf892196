using Classroom.Runs.Grains;
using Classroom.Training.Probes.GradientNorms;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>How strongly the loss pulls at each layer, and how far back through time.</summary>
/// <param name="Chart">Euclidean lengths of gradients.</param>
/// <param name="Ratio">The first layer's over the last one's; null where there is none.</param>
/// <param name="TimeSteps">Null for a network that does not read one time step after another.</param>
public sealed record GradientNormsScene(LogBars Chart, double? Ratio, TimeStepCurve? TimeSteps)
{
    private const double TooWeak = 1e-3;

    /// <summary>The first layer gets less than a thousandth of the last one's gradient.</summary>
    public bool IsVanishing => Ratio < TooWeak;

    public static GradientNormsScene From(RunFrameMessage shown)
    {
        var frame = SharedScenes.Read<GradientNormsFrame>(shown);
        var layers = frame.Layers;
        var ratio = layers.Count > 1 && layers[^1].Norm > 0 ? layers[0].Norm / layers[^1].Norm : null;
        return new(
            LogBars.Create([.. layers.Select(layer => (layer.Name, layer.Norm))]),
            ratio,
            frame.TimeSteps is { Count: > 1 } timeSteps ? TimeStepCurve.Create(timeSteps) : null);
    }
}
