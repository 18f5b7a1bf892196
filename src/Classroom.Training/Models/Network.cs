using static TorchSharp.torch;

namespace Classroom.Training;

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

    /// <summary>Builds the network of a config; its weights are still to be drawn.</summary>
    public static Network Of(ModelConfig model, DataSetInfo data, Generator generator) => model switch
    {
        MlpConfig mlp => new MultilayerPerceptron(mlp, data.Shape.Aggregate((product, side) => product * side), Outputs(data), generator),
        CnnConfig cnn => new ConvolutionalNetwork(cnn, data.Shape[0], data.Shape[1], Outputs(data), generator),
        RnnConfig rnn when data.Kind == DataSetKind.Text => new CharacterNetwork(rnn, data.Classes.Count),
        RnnConfig rnn => new SequenceNetwork(rnn, data.Shape[1], Outputs(data)),
        AutoencoderConfig autoencoder => new Autoencoder(autoencoder, data.Shape[0] * data.Shape[1]),
        _ => throw new ArgumentException($"No network is known for {model.GetType().Name}.", nameof(model)),
    };

    /// <summary>One for each class, or one for the number that is to be foretold.</summary>
    public static int Outputs(DataSetInfo data) => Math.Max(1, data.Classes.Count);
}
