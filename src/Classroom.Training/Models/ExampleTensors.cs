using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>
/// A data set's examples as tensors of bytes, training examples first. Nothing writes to them, so all runs on a data set
/// share them; they go when the data set goes.
/// </summary>
internal sealed class ExampleTensors
{
    private static readonly ConditionalWeakTable<DataSet, ExampleTensors> Known = [];
    private static readonly Lock OneAtATime = new();

    private ExampleTensors(Tensor inputs, Tensor targets)
    {
        Inputs = inputs.DetachFromDisposeScope();
        Targets = targets.DetachFromDisposeScope();
    }

    /// <summary>(examples, 1, height, width) or (examples, characters).</summary>
    public Tensor Inputs { get; }

    /// <summary>(examples) or (examples, characters).</summary>
    public Tensor Targets { get; }

    public static ExampleTensors Of(DataSet data)
    {
        // Thirty students press Train at once: one conversion, not thirty.
        lock (OneAtATime)
        {
            return Known.GetValue(data, data.Kind == DataSetKind.Image ? Pictures : Text);
        }
    }

    private static ExampleTensors Pictures(DataSet data) => new(
        tensor(data.Values.ToArray(), [data.Examples, 1, data.Shape[0], data.Shape[1]], ScalarType.Byte),
        tensor(data.Labels.ToArray(), [data.Examples], ScalarType.Byte));

    private static ExampleTensors Text(DataSet data)
    {
        var window = data.Shape[0];
        var train = data.Values[..data.TrainCharacters];
        var validation = data.Values[data.TrainCharacters..];

        // The target of a character is the one after it.
        byte[] Windows(int shift) =>
        [
            .. train.Span.Slice(shift, data.Train * window),
            .. validation.Span.Slice(shift, data.Validation * window),
        ];
        return new(
            tensor(Windows(0), [data.Examples, window], ScalarType.Byte),
            tensor(Windows(1), [data.Examples, window], ScalarType.Byte));
    }
}
