using Classroom.Training.Networks;

namespace Classroom.Training.Probes.NetworkWeights;

/// <summary>All weights and biases of a small MLP.</summary>
internal sealed class NetworkProbe(ProbedRun run) : Probe
{
    public override double Cost => 100 + (0.2 * run.Parameters.Count);

    public override int Bytes => 100 + (8 * run.Parameters.Count);

    public override FrameContent Capture(bool isFirst) => new NetworkFrame(
        [.. run.Parameters.Windows.Chunk(2).Select(parameters => new NetworkLayer(
            [.. Numbers(parameters[0]).Chunk((int)parameters[0].Shape[1])],
            Numbers(parameters[1])))],
        isFirst ? FrameNames.Shorten(run.Data.Classes) : null);

    private float?[] Numbers(ParameterWindow window) =>
        [.. run.Parameters.Weights.Slice(window.First, window.Length).ToArray().Select(weight => (float?)weight)];
}
