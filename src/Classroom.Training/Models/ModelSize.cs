using Classroom.Training.Data;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Models;

/// <summary>What a model takes, worked out from its config before anything is built.</summary>
/// <param name="Weights">Weights and biases.</param>
/// <param name="Multiplications">In the forward pass of one example.</param>
/// <param name="Values">Held by the layers for one example.</param>
/// <param name="Faults">Why the model cannot be built, by field.</param>
internal sealed record ModelSize(long Weights, long Multiplications, long Values, IReadOnlyList<(string Field, string Message)> Faults)
{
    public static ModelSize Compute(ModelConfig model, DataSetInfo data) => (model, data.Kind) switch
    {
        (MlpConfig mlp, DataSetKind.Image or DataSetKind.Table) => Compute(mlp, Features(data), Network.Outputs(data)),
        (CnnConfig cnn, DataSetKind.Image) => Compute(cnn, data.Shape[0], data.Shape[1], Network.Outputs(data)),
        (RnnConfig rnn, DataSetKind.Text) => OfText(rnn, data.Shape[0], data.Classes.Count),
        (RnnConfig rnn, DataSetKind.Sequence) => OfSequence(rnn, data.Shape[0], data.Shape[1], Network.Outputs(data)),
        (AutoencoderConfig autoencoder, DataSetKind.Image) => Compute(autoencoder, Features(data)),
        (MlpConfig, _) => Unfit("An MLP looks at rows of numbers or at pictures", data, "'rnn'"),
        (CnnConfig, DataSetKind.Table) => Unfit("A CNN looks at pictures", data, "'mlp'"),
        (CnnConfig, _) => Unfit("A CNN looks at pictures", data, "'rnn'"),
        (RnnConfig, _) => Unfit("An RNN reads text or sequences", data, data.Kind == DataSetKind.Image ? "'cnn' or 'mlp'" : "'mlp'"),
        _ => Unfit("An autoencoder copies pictures", data, data.Kind == DataSetKind.Table ? "'mlp'" : "'rnn'"),
    };

    /// <summary>Layers with weights, the output layer among them.</summary>
    public static int Layers(ModelConfig model, DataSetKind data) => model switch
    {
        MlpConfig mlp => mlp.Hidden.Count + 1,
        CnnConfig cnn => cnn.Conv.Count + cnn.Dense.Count + 1,
        AutoencoderConfig autoencoder => 2 * (autoencoder.Hidden.Count + 1),
        _ => data == DataSetKind.Text ? 3 : 2,
    };

    private static ModelSize Unfit(string what, DataSetInfo data, string choice)
    {
        var kind = data.Kind switch
        {
            DataSetKind.Image => "pictures",
            DataSetKind.Text => "text",
            DataSetKind.Table => data.Shape[0] == 2 ? "points" : "rows of numbers",
            _ => "sequences",
        };
        return new(
            0, 0, 0, [("model.kind", $"{what}, but the data set '{data.Id}' is {kind}. Choose the model {choice}, or another data set.")]);
    }

    private static int Features(DataSetInfo data) => data.Shape.Aggregate((product, side) => product * side);

    private static ModelSize Compute(MlpConfig mlp, int features, int outputs)
    {
        var faults = new List<(string, string)>();
        if (mlp.Residual && mlp.Hidden.Distinct().Count() > 1)
        {
            faults.Add((
                "model.residual",
                "A residual layer adds to what it was given, so all hidden layers must have the same number of neurons."));
        }

        return Dense(features, [.. mlp.Hidden, outputs]) with { Faults = faults };
    }

    private static ModelSize Compute(AutoencoderConfig autoencoder, int pixels) =>
        Dense(pixels, [.. autoencoder.Hidden, autoencoder.Code, .. autoencoder.Hidden.Reverse(), pixels]);

    private static ModelSize Dense(int features, IEnumerable<int> widths)
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

    private static ModelSize Compute(CnnConfig cnn, int height, int width, int classes)
    {
        long weights = 0, multiplications = 0, values = height * width;
        var faults = new List<(string, string)>();
        var features = 0;
        foreach (var (index, stage) in ConvolutionStage.Create(cnn, height, width).Index())
        {
            var picture = $"the {stage.InHeight}×{stage.InWidth} picture that reaches convolution {index + 1}";
            if (cnn.Kernel > Math.Min(stage.InHeight, stage.InWidth))
            {
                faults.Add(
                    ("model.kernel", $"A kernel of {cnn.Kernel} is larger than {picture}. Use a smaller kernel or fewer convolutions."));
                break;
            }

            if (stage.OutHeight == 0 || stage.OutWidth == 0)
            {
                faults.Add(("model.pool", $"Pooling cannot halve {picture}. Use fewer convolutions, or the pool 'none'."));
                break;
            }

            var filter = (long)stage.InChannels * cnn.Kernel * cnn.Kernel;
            var filtered = (long)stage.OutChannels * stage.FilteredHeight * stage.FilteredWidth;
            features = stage.OutChannels * stage.OutHeight * stage.OutWidth;
            weights += stage.OutChannels * (filter + 1);
            multiplications += filtered * filter;
            values += 2 * filtered + features;
        }

        var dense = Dense(features, [.. cnn.Dense, classes]);
        return new(weights + dense.Weights, multiplications + dense.Multiplications, values + dense.Values - features, faults);
    }

    private static ModelSize OfText(RnnConfig rnn, int characters, int vocabulary)
    {
        var recurrent = RecurrentLayers.Weights(rnn, CharacterNetwork.EmbeddingSize);
        var weights = recurrent + (long)vocabulary * CharacterNetwork.EmbeddingSize + (rnn.Hidden + 1L) * vocabulary;
        var values = CharacterNetwork.EmbeddingSize + RecurrentValues(rnn) + 2L * vocabulary;
        return new(weights, characters * (recurrent + (long)rnn.Hidden * vocabulary), characters * values, []);
    }

    private static ModelSize OfSequence(RnnConfig rnn, int length, int inputs, int outputs)
    {
        var recurrent = RecurrentLayers.Weights(rnn, inputs);
        return new(
            recurrent + (rnn.Hidden + 1L) * outputs,
            length * recurrent + (long)rnn.Hidden * outputs,
            length * (inputs + RecurrentValues(rnn)) + outputs,
            []);
    }

    // Held at each place.
    private static long RecurrentValues(RnnConfig rnn) => (2L * rnn.Cell.Gates() + 2) * rnn.Hidden * rnn.Layers;
}
