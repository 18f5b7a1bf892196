using Classroom.Training.Data;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>A network of any config, built of the reference formulas.</summary>
internal sealed class PlainNetwork
{
    private readonly Dictionary<string, PlainParameter> named;
    private readonly List<PlainLayer> layers;

    /// <param name="model">Without dropout.</param>
    /// <param name="data">What it sees.</param>
    /// <param name="start">The weights that a run of this config begins with.</param>
    public PlainNetwork(ModelConfig model, DataSet data, FlatParameters start)
    {
        named = start.Windows.ToDictionary(window => window.Name, window => new PlainParameter(new double[window.Length]));
        Parameters = [.. start.Windows.Select(window => named[window.Name])];
        PlainParameter.Fill(Parameters.Select(parameter => parameter.Values), start.Weights);
        layers = model switch
        {
            MlpConfig mlp => [.. Dense("hidden", mlp.Hidden.Count, mlp.Activation, mlp.Residual), Linear("output")],
            CnnConfig cnn => [.. Convolutions(cnn, data), .. Dense("dense", cnn.Dense.Count, cnn.Activation), Linear("output")],
            RnnConfig rnn when data.Kind == DataSetKind.Text =>
            [
                new PlainEmbedding(named["embedding.weight"], CharacterNetwork.EmbeddingSize),
                .. Recurrent(rnn, data.Shape[0]),
                Linear("output"),
            ],
            RnnConfig rnn => [.. Recurrent(rnn, data.Shape[0]), new PlainLastPlace(data.Shape[0], rnn.Hidden), Linear("output")],
            AutoencoderConfig autoencoder => [.. Autoencoder(autoencoder)],
            _ => throw new ArgumentException($"No plain network for {model.GetType().Name}.", nameof(model)),
        };
        Assert.Equal(Parameters.ToHashSet(), layers.SelectMany(layer => layer.Parameters).ToHashSet());
    }

    /// <summary>In the order of the run's.</summary>
    public IReadOnlyList<PlainParameter> Parameters { get; }

    public double[] Forward(double[] x, int batch) => layers.Aggregate(x, (y, layer) => layer.Forward(y, batch));

    /// <summary>Sets the gradients of all parameters and gives that of the input.</summary>
    public double[] Backward(double[] outputGradient) =>
        layers.AsEnumerable().Reverse().Aggregate(outputGradient, (gradient, layer) => layer.Backward(gradient));

    private PlainLinear Linear(string name) => new(named[$"{name}.weight"], named[$"{name}.bias"]);

    private IEnumerable<PlainLayer> Dense(string name, int count, Activation activation, bool residual = false)
    {
        for (var i = 0; i < count; i++)
        {
            PlainLayer[] layer = [Linear($"{name}.{i}"), new PlainActivation(activation)];
            foreach (var part in residual && i > 0 ? [new PlainResidual(layer)] : layer)
            {
                yield return part;
            }
        }
    }

    private IEnumerable<PlainLayer> Convolutions(CnnConfig cnn, DataSet data)
    {
        foreach (var (i, stage) in ConvolutionStage.Create(cnn, data.Shape[0], data.Shape[1]).Index())
        {
            yield return new PlainConvolution(
                named[$"conv.{i}.weight"], named[$"conv.{i}.bias"], stage, cnn.Kernel, cnn.Pool == Pooling.Stride ? 2 : 1);
            yield return new PlainActivation(cnn.Activation);
            if (cnn.Pool is Pooling.Max or Pooling.Average)
            {
                yield return new PlainPooling(cnn.Pool, stage);
            }
        }
    }

    private IEnumerable<PlainLayer> Recurrent(RnnConfig rnn, int length)
    {
        for (var i = 0; i < rnn.Layers; i++)
        {
            PlainParameter Of(string name) => named[$"recurrent.{name}_l{i}"];
            yield return new PlainRecurrent(rnn.Cell, length, rnn.Hidden, Of("weight_ih"), Of("weight_hh"), Of("bias_ih"), Of("bias_hh"));
        }
    }

    /// <summary>No activation on the code; a sigmoid on the picture.</summary>
    private IEnumerable<PlainLayer> Autoencoder(AutoencoderConfig config) =>
    [
        .. Dense("encoder", config.Hidden.Count, config.Activation), Linear($"encoder.{config.Hidden.Count}"),
        .. Dense("decoder", config.Hidden.Count, config.Activation), Linear($"decoder.{config.Hidden.Count}"),
        new PlainActivation(Activation.Sigmoid),
    ];
}
