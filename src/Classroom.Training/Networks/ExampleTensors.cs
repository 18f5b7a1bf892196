using System.Runtime.CompilerServices;
using Classroom.Training.Data;
using Classroom.Training.Operations;
using static TorchSharp.torch;

namespace Classroom.Training.Networks;

/// <summary>
/// A data set's examples as tensors, training examples first. Nothing writes to them, so all runs on a data set share them;
/// they go when the data set goes. Pictures and text stay bytes until a batch of them is taken.
/// </summary>
internal sealed class ExampleTensors
{
    private static readonly ConditionalWeakTable<DataSet, ExampleTensors> Known = [];
    private static readonly Lock OneAtATime = new();

    private readonly DataSetKind kind;
    private readonly bool isRegression;

    /// <summary>
    /// (examples, 1, height, width), (examples, characters), (examples, columns) or (examples, length, numbers at each place).
    /// </summary>
    private readonly Tensor inputs;

    /// <summary>(examples), or (examples, characters).</summary>
    private readonly Tensor targets;

    private ExampleTensors(DataSet data)
    {
        kind = data.Kind;
        isRegression = data.IsRegression;
        using var scope = NewDisposeScope();
        inputs = Inputs(data).DetachFromDisposeScope();
        targets = Targets(data).DetachFromDisposeScope();
        PredictionsOfAnExample = (int)(targets.NumberOfElements / data.Examples);
    }

    /// <summary>One, or for text one for each character.</summary>
    public int PredictionsOfAnExample { get; }

    public static ExampleTensors From(DataSet data)
    {
        // Thirty students press Train at once: one conversion, not thirty.
        lock (OneAtATime)
        {
            return Known.GetValue(data, static key => new(key));
        }
    }

    /// <summary>The examples at these places, (examples) of indices, as networks and losses take them.</summary>
    public (Tensor Inputs, Tensor Targets) Take(Tensor places) => Prepare(inputs.index_select(0, places), targets.index_select(0, places));

    /// <summary>So many examples from one on.</summary>
    public (Tensor Inputs, Tensor Targets) Range(int first, int count) =>
        Prepare(inputs.narrow(0, first, count), targets.narrow(0, first, count));

    private (Tensor Inputs, Tensor Targets) Prepare(Tensor inputs, Tensor targets) => (
        kind switch
        {
            DataSetKind.Image => inputs.to(ScalarType.Float32) / Scalars.White,
            DataSetKind.Text => inputs.to(ScalarType.Int64),
            _ => inputs,
        },
        isRegression ? targets : targets.to(ScalarType.Int64).flatten());

    private static Tensor Inputs(DataSet data) => data.Kind switch
    {
        DataSetKind.Image => tensor(data.Values.ToArray(), [data.Examples, 1, data.Shape[0], data.Shape[1]], ScalarType.Byte),
        DataSetKind.Text => Windows(data, 0),
        _ => tensor(data.Numbers.ToArray(), [data.Examples, .. data.Shape.Select(side => (long)side)]),
    };

    private static Tensor Targets(DataSet data) => data.Kind switch
    {
        // The target of a character is the one after it.
        DataSetKind.Text => Windows(data, 1),
        _ when data.IsRegression => tensor(data.Targets.ToArray()),
        _ => tensor(data.Labels.ToArray(), [data.Examples], ScalarType.Byte),
    };

    private static Tensor Windows(DataSet data, int shift)
    {
        var window = data.Shape[0];
        byte[] characters =
        [
            .. data.Values.Span[..data.TrainCharacters].Slice(shift, data.Train * window),
            .. data.Values.Span[data.TrainCharacters..].Slice(shift, data.Validation * window),
        ];
        return tensor(characters, [data.Examples, window], ScalarType.Byte);
    }
}
