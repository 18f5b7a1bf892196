using Classroom.Training.Data;
using Classroom.Training.Networks;
using static TorchSharp.torch;

namespace Classroom.Training.Losses;

/// <summary>Goes over the validation set in slices of a few milliseconds, so that a run can be paused in between.</summary>
internal sealed class Validation(Network network, DataSet data, ExampleTensors examples, Objective objective, long multiplications)
{
    private const int MostKept = 1_000;

    // A slice takes about 10 ms of a slow core.
    private const long MultiplicationsInASlice = 20_000_000;
    private const int MostExamplesInASlice = 256;

    private readonly int slice = (int)Math.Clamp(MultiplicationsInASlice / Math.Max(1, multiplications), 1, MostExamplesInASlice);
    private readonly int[] predicted =
        new int[objective.Classifies && examples.PredictionsOfAnExample == 1 ? Math.Min(MostKept, data.Validation) : 0];
    private int done;
    private double loss;
    private long right;

    /// <summary>
    /// The classes that the last time over named for the first 1,000 examples; empty where there is not one class an example.
    /// </summary>
    public ReadOnlySpan<int> Predicted => predicted;

    /// <summary>One slice; null while there are more to come. Gradients must be off and the network in evaluation mode.</summary>
    public (float Loss, float? Accuracy)? Advance()
    {
        var count = Math.Min(slice, data.Validation - done);
        var (inputs, targets) = examples.Range(data.Train + done, count);
        var predictions = Objective.Predictions(network.call(inputs));
        loss += objective.Loss(predictions, inputs, targets, nn.Reduction.Sum).item<float>();
        right += objective.Classifies ? Objective.Right(predictions, targets) : 0;
        Objective.Classes(predictions, predicted.AsSpan(Math.Min(done, predicted.Length)));
        done += count;
        if (done < data.Validation)
        {
            return null;
        }

        var all = (double)examples.PredictionsOfAnExample * data.Validation;
        var result = ((float)(loss / all), objective.Classifies ? (float?)(right / all) : null);
        (done, loss, right) = (0, 0, 0);
        return result;
    }
}
