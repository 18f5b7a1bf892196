using Classroom.Training.Data;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Models;

/// <summary>What kind of layer passes values on.</summary>
public enum LayerKind
{
    Input,
    Convolution,
    Dense,
    Recurrent,
    Code,
    Output,
}

/// <summary>A layer and what it passes on for one example, known without building it.</summary>
/// <param name="Kind">The kind of layer; the input is one too.</param>
/// <param name="Shape">
/// Convolution: maps, height, width, after pooling. Image input and an autoencoder's output: height, width. Text and sequence
/// input: places, numbers at each (1 for a character). All others: neurons.
/// </param>
public sealed record LayerShape(LayerKind Kind, IReadOnlyList<int> Shape)
{
    /// <summary>All layers from input to output. Where the model does not fit the data, what it would pass on is meaningless.</summary>
    /// <param name="model">Sizes of at least 1, and not checked further.</param>
    /// <param name="data">What is looked at.</param>
    public static IReadOnlyList<LayerShape> Create(ModelConfig model, DataSetInfo data)
    {
        LayerShape input = new(LayerKind.Input, data.Kind == DataSetKind.Text ? [data.Shape[0], 1] : data.Shape);
        LayerShape output = new(LayerKind.Output, [Network.Outputs(data)]);
        return model switch
        {
            MlpConfig mlp => [input, .. Dense(mlp.Hidden), output],
            CnnConfig cnn when data.Kind == DataSetKind.Image =>
            [
                input,
                .. ConvolutionStage.Create(cnn, data.Shape[0], data.Shape[1])
                    .Select(stage => new LayerShape(LayerKind.Convolution, [stage.OutChannels, stage.OutHeight, stage.OutWidth])),
                .. Dense(cnn.Dense),
                output,
            ],
            AutoencoderConfig autoencoder => [
                input,
                .. Dense(autoencoder.Hidden),
                new(LayerKind.Code, [autoencoder.Code]),
                .. Dense(autoencoder.Hidden.Reverse()),
                new(LayerKind.Output, data.Shape)
            ],
            RnnConfig rnn => [
                input,
                .. Enumerable.Repeat(
                    new LayerShape(LayerKind.Recurrent, [rnn.Hidden]), Math.Clamp(rnn.Layers, 1, ModelBounds.MostRecurrentLayers)),
                output
            ],
            _ => [],
        };
    }

    private static IEnumerable<LayerShape> Dense(IEnumerable<int> widths) =>
        widths.Select(neurons => new LayerShape(LayerKind.Dense, [neurons]));
}
