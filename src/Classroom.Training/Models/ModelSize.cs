using Classroom.Training.Data;

namespace Classroom.Training.Models;

/// <summary>What a model takes, worked out from its config before anything is built.</summary>
/// <param name="Weights">Weights and biases.</param>
/// <param name="Multiplications">In the forward pass of one example.</param>
/// <param name="Values">Held by the layers for one example.</param>
/// <param name="Faults">Why the model cannot be built, by field.</param>
internal sealed record ModelSize(long Weights, long Multiplications, long Values, IReadOnlyList<(string Field, string Message)> Faults)
{
    /// <summary>Of dense layers one after another, the last one being the output.</summary>
    /// <param name="features">Numbers that go into the first one.</param>
    /// <param name="widths">Neurons of each.</param>
    public static ModelSize FromDense(int features, IEnumerable<int> widths)
    {
        long weights = 0, multiplications = 0, values = features;
        foreach (var neurons in widths)
        {
            weights += (features + 1L) * neurons;
            multiplications += (long)features * neurons;
            values += 2 * neurons;
            features = neurons;
        }

        return new(weights, multiplications, values, []);
    }

    /// <summary>Throws where the model cannot be built.</summary>
    /// <param name="parameter">The caller's, which holds the model's config.</param>
    /// <exception cref="ArgumentException">It has faults; the message names the first one.</exception>
    public void Require(string parameter)
    {
        if (Faults is [var (field, message), ..])
        {
            throw new ArgumentException($"{field}: {message}", parameter);
        }
    }

    /// <summary>Of a model that cannot learn from this data.</summary>
    /// <param name="reads">What the model can learn from, as the beginning of a sentence.</param>
    /// <param name="data">Data of another kind.</param>
    public static ModelSize Unfit(string reads, DataSetInfo data)
    {
        var (kind, choice) = data.Kind switch
        {
            DataSetKind.Image => ("pictures", "'cnn' or 'mlp'"),
            DataSetKind.Text => ("text", "'rnn'"),
            DataSetKind.Table => (data.Shape[0] == 2 ? "points" : "rows of numbers", "'mlp'"),
            _ => ("sequences", "'rnn'"),
        };
        return new(
            0,
            0,
            0,
            [("model.kind", $"{reads}, but the data set '{data.Id}' is {kind}. Choose the model {choice}, or another data set.")]);
    }
}
