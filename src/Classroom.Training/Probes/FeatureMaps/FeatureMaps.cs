using System.Runtime.InteropServices;
using Classroom.Training.Data;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.FeatureMaps;

/// <summary>The maps that a CNN's convolutions make of one picture, as a <c>feature-maps</c> frame holds them.</summary>
internal sealed class FeatureMaps(CnnConfig model, DataSetInfo data)
{
    private const int MostMaps = 16;

    // Of all maps in a frame together.
    private const int MostPixels = 40_000;

    /// <summary>How many numbers have to be looked at.</summary>
    public int Values => Shown.Sum(stage => stage.Maps * stage.Stage.FilteredHeight * stage.Stage.FilteredWidth);

    /// <summary>Of a frame, about.</summary>
    public int Bytes => 100 + Shown.Sum(stage => 60 + (stage.Maps * (8 + (stage.Pixels * 4 / 3))));

    private IEnumerable<(ConvolutionStage Stage, int Pixels, int Maps)> Shown =>
        from stage in ConvolutionStage.Create(model, data.Shape[0], data.Shape[1])
        let size = new Thumbnail(stage.FilteredHeight, stage.FilteredWidth)
        let pixels = size.Height * size.Width
        let most = Math.Clamp(MostPixels / model.Conv.Count / pixels, 1, MostMaps)
        select (stage, pixels, Math.Min(most, stage.OutChannels));

    /// <param name="network">Of this model.</param>
    /// <param name="picture">(1, 1, height, width)</param>
    public IReadOnlyList<FeatureMapsLayer> Of(ConvolutionalNetwork network, Tensor picture) =>
        [.. network.Maps(picture)
            .Zip(
                Shown,
                (map, shown) => Layer(shown.Stage, MemoryMarshal.Cast<byte, float>(map[0].contiguous().bytes).ToArray(), shown.Maps))];

    // The same grey means the same value in all maps of a layer.
    private static FeatureMapsLayer Layer(ConvolutionStage stage, float[] values, int maps)
    {
        var size = new Thumbnail(stage.FilteredHeight, stage.FilteredWidth);
        var (low, high) = (Math.Min(0, values.Min()), values.Max());
        return new(
            size.Width,
            size.Height,
            low,
            high,
            stage.OutChannels,
            [.. values.Chunk(stage.FilteredHeight * stage.FilteredWidth).Take(maps).Select(map => size.Render(map, low, high))]);
    }
}
