using Classroom.Runs.Grains;
using Classroom.Training.Probes.FeatureMaps;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>A picture and what each convolution makes of it.</summary>
public sealed record FeatureMapsScene(PictureAddress Picture, IReadOnlyList<FeatureMapsSheet> Layers)
{
    public static FeatureMapsScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var (known, frame) = (SharedScenes.Read<FeatureMapsFrame>(first), SharedScenes.Read<FeatureMapsFrame>(shown));
        return new(
            SharedScenes.GetOrCreate(
                first, () => new PictureAddress(IndexedPng.OfGrey(known.Pixels!, known.Width!.Value, known.Height!.Value))),
            [.. frame.Layers.Select(layer => new FeatureMapsSheet(
                PictureSheet.Create([.. layer.Maps.Select(Shades)], layer.Width, layer.Height, Palette.Grey), layer))]);
    }

    private static byte[] Shades(byte[] map) => [.. map.Select(value => (byte)(value / (256 / Palette.Shades)))];
}
