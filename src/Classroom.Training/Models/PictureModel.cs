using System.Text.Json;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>A CNN and the predictions it makes for the same few validation pictures all along.</summary>
internal sealed class PictureModel(CnnConfig config, DataSet data, Generator generator)
    : TrainableModel(new ConvolutionalNetwork(config, data.Shape[0], data.Shape[1], data.Classes.Count, generator))
{
    private const int Shown = 16;

    public override (Tensor Logits, Tensor Targets) Predict(Tensor inputs, Tensor targets) =>
        (Network.call(inputs.to(ScalarType.Float32) / 255f), targets.to(ScalarType.Int64));

    public override ProbeFrame Probe(int step, int epoch)
    {
        var examples = ExampleTensors.Of(data);
        var count = Math.Min(Shown, data.Validation);
        var (logits, _) = Predict(examples.Inputs.narrow(0, data.Train, count), examples.Targets.narrow(0, data.Train, count));
        var (probabilities, predicted) = logits.softmax(1).max(1);
        var size = data.Shape[0] * data.Shape[1];
        var images = Enumerable.Range(0, count).Select(i => new
        {
            pixels = Convert.ToBase64String(data.Values.Span.Slice((data.Train + i) * size, size)),
            label = (int)data.Labels.Span[data.Train + i],
            predicted = (int)predicted[i].item<long>(),
            probability = Finite(probabilities[i].item<float>()),
        });
        var json = JsonSerializer.Serialize(new { images, width = data.Shape[1], height = data.Shape[0], classes = data.Classes });
        return new(step, epoch, "predictions", json);
    }

    // Weights of a run that is about to diverge can give what JSON has no number for.
    private static float Finite(float probability) => float.IsFinite(probability) ? probability : 0;
}
