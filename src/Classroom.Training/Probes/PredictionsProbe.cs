using System.Text.Json;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>What the network says to the same few validation pictures all along.</summary>
internal sealed class PredictionsProbe(ProbedRun run) : Probe(ProbeKinds.Predictions)
{
    private const int Shown = 16;

    public override double Cost => 1_000;

    public override ProbeFrame Look(int step, int epoch)
    {
        var data = run.Data;
        var count = Math.Min(Shown, data.Validation);
        var (inputs, _) = run.Examples.Range(data.Train, count);
        var (probabilities, predicted) = run.Network.call(inputs).softmax(1).max(1);
        var size = data.Shape[0] * data.Shape[1];
        var images = Enumerable.Range(0, count).Select(i => new
        {
            pixels = Convert.ToBase64String(data.Values.Span.Slice((data.Train + i) * size, size)),
            label = (int)data.Labels.Span[data.Train + i],
            predicted = (int)predicted[i].item<long>(),
            probability = Finite(probabilities[i].item<float>()),
        });
        var json = JsonSerializer.Serialize(new { images, width = data.Shape[1], height = data.Shape[0], classes = data.Classes });
        return new(step, epoch, Kind, json);
    }

    // Weights of a run that is about to diverge can give what JSON has no number for.
    private static float Finite(float probability) => float.IsFinite(probability) ? probability : 0;
}
