using Classroom.Training.Models.Cnn;
using Classroom.Training.Settings;

namespace Classroom.Training.Probes;

/// <summary>What each convolution makes of the first validation picture, after its activation.</summary>
internal sealed class FeatureMapsProbe(ProbedRun run) : Probe(ProbeKinds.FeatureMaps)
{
    private readonly FeatureMaps maps = new((CnnConfig)run.Config.Model, run.Data);

    public override double Cost => 500 + run.Time.Forward(1) + (0.01 * maps.Values);

    public override int Bytes => maps.Bytes;

    public override ProbeFrame Look(int step, int epoch) => Frame(step, epoch, new
    {
        pixels = epoch == 0 ? run.Picture(0) : null,
        width = epoch == 0 ? run.Thumbnail.Width : (int?)null,
        height = epoch == 0 ? run.Thumbnail.Height : (int?)null,
        label = epoch == 0 ? run.Data.Labels.Span[run.Data.Train] : (int?)null,
        layers = maps.Of((ConvolutionalNetwork)run.Network, run.Inputs(0, 1)),
    });
}
