using Classroom.Training.Models.Cnn;
using Classroom.Training.Settings;

namespace Classroom.Training.Probes.FeatureMaps;

/// <summary>What each convolution makes of the first validation picture, after its activation.</summary>
internal sealed class FeatureMapsProbe(ProbedRun run) : Probe
{
    private readonly FeatureMaps maps = new((CnnConfig)run.Config.Model, run.Data);

    public override double Cost => 500 + run.Time.Forward(1) + (0.01 * maps.Values);

    public override int Bytes => maps.Bytes;

    public override FrameContent Capture(bool isFirst) => new FeatureMapsFrame(
        isFirst ? run.Picture(0) : null,
        isFirst ? run.Thumbnail.Width : null,
        isFirst ? run.Thumbnail.Height : null,
        isFirst ? run.Data.Labels.Span[run.Data.Train] : null,
        maps.Of((ConvolutionalNetwork)run.Network, run.Inputs(0, 1)));
}
