using System.Runtime.InteropServices;

namespace Classroom.Training;

/// <summary>What each convolution makes of the first validation picture, after its activation.</summary>
internal sealed class FeatureMapsProbe(ProbedRun run) : Probe(ProbeKinds.FeatureMaps)
{
    private const int MostMaps = 16;

    // Of all maps in a frame together.
    private const int MostPixels = 40_000;

    private readonly CnnConfig model = (CnnConfig)run.Config.Model;

    public override double Cost => 500 + run.Time.Forward(1) + (0.01 * Shown.Sum(stage => stage.Maps * stage.Stage.FilteredHeight * stage.Stage.FilteredWidth));

    public override int Bytes => 100 + Shown.Sum(stage => 60 + (stage.Maps * (8 + (stage.Pixels * 4 / 3))));

    private IEnumerable<(ConvolutionStage Stage, int Pixels, int Maps)> Shown =>
        from stage in ConvolutionStage.Of(model, run.Data.Shape[0], run.Data.Shape[1])
        let size = new Thumbnail(stage.FilteredHeight, stage.FilteredWidth)
        let pixels = size.Height * size.Width
        let most = Math.Clamp(MostPixels / model.Conv.Count / pixels, 1, MostMaps)
        select (stage, pixels, Math.Min(most, stage.OutChannels));

    public override ProbeFrame Look(int step, int epoch)
    {
        var maps = ((ConvolutionalNetwork)run.Network).Maps(run.Inputs(0, 1));
        return Frame(step, epoch, new
        {
            pixels = epoch == 0 ? run.Picture(0) : null,
            width = epoch == 0 ? run.Thumbnail.Width : (int?)null,
            height = epoch == 0 ? run.Thumbnail.Height : (int?)null,
            label = epoch == 0 ? run.Data.Labels.Span[run.Data.Train] : (int?)null,
            layers = maps.Zip(Shown, (map, shown) => Layer(shown.Stage, MemoryMarshal.Cast<byte, float>(map[0].contiguous().bytes).ToArray(), shown.Maps)),
        });
    }

    // The same grey means the same value in all maps of a layer.
    private static object Layer(ConvolutionStage stage, float[] values, int maps)
    {
        var size = new Thumbnail(stage.FilteredHeight, stage.FilteredWidth);
        var (low, high) = (Math.Min(0, values.Min()), values.Max());
        return new
        {
            width = size.Width,
            height = size.Height,
            low,
            high,
            filters = stage.OutChannels,
            maps = values.Chunk(stage.FilteredHeight * stage.FilteredWidth).Take(maps).Select(map => size.Of(map, low, high)),
        };
    }
}
