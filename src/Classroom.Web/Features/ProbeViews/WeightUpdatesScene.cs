using Classroom.Runs.Grains;
using Classroom.Training.Probes.WeightUpdates;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>How far one step of the optimizer moved the weights of each layer.</summary>
/// <param name="Layers">Size of the step divided by the size of the weights, from input to output.</param>
public sealed record WeightUpdatesScene(IReadOnlyList<LayerValue> Layers)
{
    private const double TooFar = 0.1;
    private const double TooShort = 1e-5;

    /// <summary>A layer moved by more than a tenth.</summary>
    public bool Jumps => Layers.Any(layer => layer.Value > TooFar);

    /// <summary>Every layer moved by less than a hundred-thousandth.</summary>
    public bool StandsStill => Layers.All(layer => layer.Value < TooShort);

    public static WeightUpdatesScene From(RunFrameMessage shown) => SharedScenes.GetOrCreate(shown, () => new WeightUpdatesScene(
        [.. SharedScenes.Read<WeightUpdatesFrame>(shown).Layers.Select(layer => new LayerValue(layer.Name, layer.Ratio))]));
}
