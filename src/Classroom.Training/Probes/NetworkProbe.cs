using Classroom.Training.Networks;

namespace Classroom.Training.Probes;

/// <summary>All weights and biases of a small MLP.</summary>
internal sealed class NetworkProbe(ProbedRun run) : Probe(ProbeKinds.Network)
{
    public override double Cost => 100 + (0.2 * run.Parameters.Count);

    public override int Bytes => 100 + (8 * run.Parameters.Count);

    public override ProbeFrame Look(int step, int epoch) => Frame(step, epoch, new
    {
        layers = run.Parameters.Windows.Chunk(2).Select(parameters => new
        {
            weights = Numbers(parameters[0]).Chunk((int)parameters[0].Shape[1]),
            biases = Numbers(parameters[1]),
        }),
        classes = epoch == 0 ? FrameJson.Names(run.Data.Classes) : null,
    });

    private float[] Numbers(ParameterWindow window) => run.Parameters.Weights.Slice(window.First, window.Length).ToArray();
}
