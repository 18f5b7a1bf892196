using Classroom.Runs.Grains;
using Classroom.Training.Probes.GradientNorms;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>How strongly the loss pulls at each layer, from the first to the last, on a log axis.</summary>
/// <param name="Scale">Of the logarithm to base ten.</param>
/// <param name="Powers">Those that the axis names.</param>
/// <param name="Ratio">The first layer's over the last one's; null where there is none.</param>
public sealed record GradientNormsScene(IReadOnlyList<GradientBar> Bars, PlotScale Scale, IReadOnlyList<int> Powers, double? Ratio)
{
    public const double RowHeight = 30;
    public const double Left = 118;
    public const double Right = 290;

    // Fewer would make small differences look large.
    private const int FewestPowers = 4;
    private const int MostNamed = 5;
    private const double TooWeak = 1e-3;

    /// <summary>The first layer gets less than a thousandth of the last one's gradient.</summary>
    public bool IsVanishing => Ratio < TooWeak;

    public double Height => RowHeight * Bars.Count;

    public static GradientNormsScene Of(RunFrameMessage shown)
    {
        var layers = SharedScenes.Read<GradientNormsFrame>(shown).Layers;
        var logs = layers.Select(layer => layer.Norm).OfType<double>().Where(norm => norm > 0).Select(Math.Log10).DefaultIfEmpty(0).ToList();
        var top = (int)Math.Ceiling(logs.Max());
        var bottom = Math.Min((int)Math.Floor(logs.Min()), top - FewestPowers);
        var scale = new PlotScale(bottom, top, Left, Right);
        var bars = layers.Select(layer => new GradientBar(LayerNames.Words(layer.Name), layer.Norm, layer.Norm > 0 ? scale.At(Math.Log10(layer.Norm.Value)) - Left : 0));
        var every = (top - bottom + MostNamed - 1) / MostNamed;
        var powers = Enumerable.Range(bottom, top - bottom + 1).Where(power => (top - power) % every == 0);
        return new([.. bars], scale, [.. powers], layers.Count > 1 && layers[^1].Norm > 0 ? layers[0].Norm / layers[^1].Norm : null);
    }
}

/// <param name="Norm">The gradient's Euclidean length; null where it is not a number.</param>
/// <param name="Width">In the drawing.</param>
public sealed record GradientBar(string Layer, double? Norm, double Width);
