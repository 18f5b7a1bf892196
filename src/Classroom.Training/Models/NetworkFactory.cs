using Classroom.Training.Data;
using Classroom.Training.Models.Autoencoders;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Models.Mlp;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Models;

/// <summary>Knows which network belongs to which config.</summary>
internal static class NetworkFactory
{
    /// <summary>Builds the network of a config; its weights are still to be drawn.</summary>
    public static Network Create(ModelConfig model, DataSetInfo data, Generator generator) => model switch
    {
        MlpConfig mlp =>
            new MultilayerPerceptron(mlp, data.Shape.Aggregate((product, side) => product * side), Network.Outputs(data), generator),
        CnnConfig cnn => new ConvolutionalNetwork(cnn, data.Shape[0], data.Shape[1], Network.Outputs(data), generator),
        RnnConfig rnn when data.Kind == DataSetKind.Text => new CharacterNetwork(rnn, data.Classes.Count),
        RnnConfig rnn => new SequenceNetwork(rnn, data.Shape[1], Network.Outputs(data)),
        AutoencoderConfig autoencoder => new Autoencoder(autoencoder, data.Shape[0] * data.Shape[1]),
        _ => throw new ArgumentException($"No network is known for {model.GetType().Name}.", nameof(model)),
    };
}
