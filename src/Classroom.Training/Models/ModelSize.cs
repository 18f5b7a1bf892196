namespace Classroom.Training;

/// <summary>What a model takes, worked out from its config before anything is built.</summary>
/// <param name="Weights">Weights and biases.</param>
/// <param name="Multiplications">In the forward pass of one example.</param>
/// <param name="Values">Held by the layers for one example.</param>
/// <param name="Faults">Why the model cannot be built, by field.</param>
internal sealed record ModelSize(long Weights, long Multiplications, long Values, IReadOnlyList<(string Field, string Message)> Faults)
{
    public static ModelSize Of(ModelConfig model, DataSetInfo data) => model switch
    {
        CnnConfig cnn when data.Kind == DataSetKind.Image => Of(cnn, data.Shape[0], data.Shape[1], data.Classes.Count),
        RnnConfig rnn when data.Kind == DataSetKind.Text => Of(rnn, data.Shape[0], data.Classes.Count),
        CnnConfig => Unfit($"A CNN looks at pictures, but the data set '{data.Id}' is text. Choose the model 'rnn' or a data set of pictures."),
        _ => Unfit($"An RNN reads text, but the data set '{data.Id}' is pictures. Choose the model 'cnn' or a data set of text."),
    };

    private static ModelSize Unfit(string message) => new(0, 0, 0, [("model.kind", message)]);

    private static ModelSize Of(CnnConfig cnn, int height, int width, int classes)
    {
        long weights = 0, multiplications = 0, values = height * width;
        var faults = new List<(string, string)>();
        var features = 0;
        foreach (var (index, stage) in ConvolutionStage.Of(cnn, height, width).Index())
        {
            var picture = $"the {stage.InHeight}×{stage.InWidth} picture that reaches convolution {index + 1}";
            if (cnn.Kernel > Math.Min(stage.InHeight, stage.InWidth))
            {
                faults.Add(("model.kernel", $"A kernel of {cnn.Kernel} is larger than {picture}. Use a smaller kernel or fewer convolutions."));
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

        foreach (var neurons in cnn.Dense.Append(classes))
        {
            weights += (features + 1L) * neurons;
            multiplications += (long)features * neurons;
            values += 2 * neurons;
            features = neurons;
        }

        return new(weights, multiplications, values, faults);
    }

    private static ModelSize Of(RnnConfig rnn, int characters, int vocabulary)
    {
        var gates = CharacterNetwork.Gates(rnn.Cell);
        long recurrent = 0, input = CharacterNetwork.EmbeddingSize;
        for (var layer = 0; layer < rnn.Layers; layer++)
        {
            recurrent += gates * rnn.Hidden * (input + rnn.Hidden + 2);
            input = rnn.Hidden;
        }

        var weights = recurrent + (long)vocabulary * CharacterNetwork.EmbeddingSize + (rnn.Hidden + 1L) * vocabulary;
        var values = CharacterNetwork.EmbeddingSize + (2L * gates + 2) * rnn.Hidden * rnn.Layers + 2L * vocabulary;
        return new(weights, characters * (recurrent + (long)rnn.Hidden * vocabulary), characters * values, []);
    }
}
