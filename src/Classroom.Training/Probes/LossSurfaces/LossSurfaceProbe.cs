using Classroom.Training.Losses;
using static TorchSharp.torch;

namespace Classroom.Training.Probes.LossSurfaces;

/// <summary>
/// The way of the weights through their space, as its shadow on a plane of two fixed random directions, and the loss on the way.
/// </summary>
internal sealed class LossSurfaceProbe : Probe
{
    private const int MostExamples = 128;

    // The same for all runs, so that two runs of one network can be drawn into one picture.
    private const int Seed = 77;

    private readonly ProbedRun run;
    private readonly Slices slices;
    private readonly byte[] signs;
    private readonly float[] start = new float[2];
    private double loss;

    public LossSurfaceProbe(ProbedRun run)
    {
        this.run = run;
        slices = new(Math.Min(MostExamples, run.Data.Train), run.Model.Size.Multiplications);
        signs = new byte[run.Parameters.Count];
        new Random(Seed).NextBytes(signs);
    }

    public override double Cost => 100 + run.Time.Forward(slices.Items, slices.Count) + (0.005 * run.Parameters.Count);

    public override int Bytes => 80;

    public override float[] Memory => start;

    public override FrameContent? Capture(bool isFirst)
    {
        var (first, count, isLast) = slices.Next();
        var (inputs, targets) = run.Examples.Range(first, count);
        loss += run.Objective.Loss(Objective.Predictions(run.Network.call(inputs)), inputs, targets, nn.Reduction.Sum).item<float>();
        if (!isLast)
        {
            return null;
        }

        var (x, y) = Position();
        if (isFirst)
        {
            (start[0], start[1]) = (x, y);
        }

        var mean = (float)(loss / slices.Items / run.Examples.PredictionsOfAnExample);
        loss = 0;
        return new LossSurfaceFrame([x - start[0], y - start[1]], mean, null);
    }

    // A direction is a row of signs, divided by its length; two such rows are as good as at right angles.
    private (float X, float Y) Position()
    {
        double x = 0, y = 0;
        var weights = run.Parameters.Weights;
        for (var i = 0; i < weights.Length; i++)
        {
            x += (signs[i] & 1) == 0 ? weights[i] : -weights[i];
            y += (signs[i] & 2) == 0 ? weights[i] : -weights[i];
        }

        var length = Math.Sqrt(weights.Length);
        return ((float)(x / length), (float)(y / length));
    }
}
