using Classroom.Training.Data;
using static TorchSharp.torch;

namespace Classroom.Training.Networks;

/// <summary>A network that a run can train. Its draws, if it makes any, come from the run's own generator.</summary>
internal abstract class Network(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Everything with weights, from the input to the output; the last one is the output layer.</summary>
    public abstract IReadOnlyList<nn.Module> Layers { get; }

    /// <summary>
    /// What the network has found in its input: an autoencoder's code, otherwise what the output layer sees.
    /// (batch, features), of text (batch, characters, features).
    /// </summary>
    public abstract Tensor Features(Tensor x);

    /// <summary>One for each class, or one for the number that is to be predicted.</summary>
    public static int Outputs(DataSetInfo data) => Math.Max(1, data.Classes.Count);
}
