using System.Globalization;
using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Export;

/// <summary>
/// The class <c>Network</c> of a model.py, one for each kind of model: what <see cref="Network"/> builds, line by line. Its
/// parameters have the names that they have in the safetensors file.
/// </summary>
internal static class PythonNetwork
{
    public static string Write(ModelConfig model, DataSetInfo data) => model switch
    {
        MlpConfig mlp => Mlp(mlp, data),
        CnnConfig cnn => Cnn(cnn, data),
        RnnConfig rnn when data.Kind == DataSetKind.Text => Characters(rnn, data),
        RnnConfig rnn => Sequence(rnn, data),
        AutoencoderConfig autoencoder => Copier(autoencoder, data),
        _ => throw new ArgumentException($"No Python is known for {model.GetType().Name}.", nameof(model)),
    };

    private static string Mlp(MlpConfig mlp, DataSetInfo data)
    {
        var features = data.Shape.Aggregate((product, side) => product * side);
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        Dense(layers, "hidden", features, mlp.Hidden);
        if (data.Shape.Count > 1)
        {
            forward.Line($"x = x.flatten(1)  # (batch, {features}): row after row");
        }

        foreach (var (i, neurons) in mlp.Hidden.Index())
        {
            var layer = Activated(mlp.Activation, $"self.hidden[{i}](x)");
            forward.Line(mlp.Residual && i > 0
                ? $"x = x + {layer}  # (batch, {neurons}), added to what came in"
                : $"x = {layer}  # (batch, {neurons})");
            forward.Dropout(mlp.Dropout);
        }

        return Class(
            $"In: {Example(data)}. Out: {Answer(data)}.",
            data,
            layers,
            Output(mlp.Hidden.LastOrDefault(features), data),
            forward.Result(data));
    }

    private static string Cnn(CnnConfig cnn, DataSetInfo data)
    {
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        layers.Line("self.conv = nn.ModuleList([");
        var features = 0;
        foreach (var (i, stage) in ConvolutionStage.Create(cnn, data.Shape[0], data.Shape[1]).Index())
        {
            var stride = cnn.Pool == Pooling.Stride ? "stride=2, " : "";
            layers.Line(
                $"    nn.Conv2d({stage.InChannels}, {stage.OutChannels}, kernel_size={cnn.Kernel}, {stride}padding={cnn.Kernel / 2}),");
            forward.Line($"x = {Activated(cnn.Activation, $"self.conv[{i}](x)")}  # (batch, {stage.OutChannels}, {stage.FilteredHeight}, "
                + $"{stage.FilteredWidth})");
            if (cnn.Pool is Pooling.Max or Pooling.Average)
            {
                forward.Line($"x = functional.{(cnn.Pool == Pooling.Max ? "max" : "avg")}_pool2d(x, 2)  # (batch, {stage.OutChannels}, "
                    + $"{stage.OutHeight}, {stage.OutWidth})");
            }

            features = stage.OutChannels * stage.OutHeight * stage.OutWidth;
        }

        layers.Line("])");
        forward.Line($"x = x.flatten(1)  # (batch, {features})");
        Dense(layers, "dense", features, cnn.Dense);
        foreach (var (i, neurons) in cnn.Dense.Index())
        {
            forward.Line($"x = {Activated(cnn.Activation, $"self.dense[{i}](x)")}  # (batch, {neurons})");
        }

        forward.Dropout(cnn.Dropout);
        return Class(
            $"In: {Example(data)}. Out: {Answer(data)}.",
            data,
            layers,
            Output(cnn.Dense.LastOrDefault(features), data),
            forward.Result(data));
    }

    private static string Sequence(RnnConfig rnn, DataSetInfo data)
    {
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        layers.Line(Recurrent(rnn, data.Shape[1]));
        forward.Line($"x, _ = self.recurrent(x)  # (batch, {data.Shape[0]}, {rnn.Hidden})");
        forward.Line($"x = x[:, -1]  # (batch, {rnn.Hidden}): after the last place it has seen all of them");
        return Class($"In: {Example(data)}. Out: {Answer(data)}.", data, layers, Output(rnn.Hidden, data), forward.Result(data));
    }

    private static string Characters(RnnConfig rnn, DataSetInfo data)
    {
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        layers.Line($"self.embedding = nn.Embedding({data.Classes.Count}, {CharacterNetwork.EmbeddingSize})  # each character as "
            + $"{CharacterNetwork.EmbeddingSize} numbers");
        layers.Line(Recurrent(rnn, CharacterNetwork.EmbeddingSize));
        forward.Line($"x = self.embedding(x)  # (batch, characters, {CharacterNetwork.EmbeddingSize})");
        forward.Line($"x, state = self.recurrent(x, state)  # (batch, characters, {rnn.Hidden})");
        forward.Line($"return self.output(x), state  # (batch, characters, {data.Classes.Count}): a score for each next character");
        return Class(
            "In: characters, by their places in VOCABULARY. Out: scores for the next one after each.",
            data,
            layers,
            Output(rnn.Hidden, data),
            forward,
            "x, state=None");
    }

    private static string Copier(AutoencoderConfig autoencoder, DataSetInfo data)
    {
        var pixels = data.Shape[0] * data.Shape[1];
        int[] inward = [.. autoencoder.Hidden, autoencoder.Code];
        int[] outward = [.. autoencoder.Hidden.Reverse(), pixels];
        var (layers, encode, decode) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        Dense(layers, "encoder", pixels, inward);
        Dense(layers, "decoder", autoencoder.Code, outward);
        encode.Line($"x = x.flatten(1)  # (batch, {pixels}): row after row");
        foreach (var (i, neurons) in inward.Index())
        {
            var layer = i < inward.Length - 1 ? Activated(autoencoder.Activation, $"self.encoder[{i}](x)") : $"self.encoder[{i}](x)";
            encode.Line($"x = {layer}  # (batch, {neurons})");
        }

        decode.Line($"x = self.encode(x)  # (batch, {autoencoder.Code})");
        foreach (var (i, neurons) in outward.Index())
        {
            var layer = Activated(i < outward.Length - 1 ? autoencoder.Activation : Activation.Sigmoid, $"self.decoder[{i}](x)");
            decode.Line($"x = {layer}  # (batch, {neurons})");
        }

        return $""""
            class Network(nn.Module):
                """In: {Example(data)}. Out: the same picture, drawn again from {Numbers(autoencoder.Code)}."""

                def __init__(self):
                    super().__init__()
            {layers}
                def encode(self, x):  # x: {Batch(data)}
            {encode}        return x

                def forward(self, x):  # x: {Batch(data)}
            {decode}        return x

            """";
    }

    private static string Class(
        string purpose, DataSetInfo data, StringBuilder layers, string output, StringBuilder forward, string arguments = "x") =>
        $""""
        class Network(nn.Module):
            """{purpose}"""

            def __init__(self):
                super().__init__()
        {layers}        {output}

            def forward(self, {arguments}):  # x: {Batch(data)}
        {forward}
        """";

    private static void Dense(StringBuilder layers, string name, int features, IReadOnlyList<int> widths)
    {
        if (widths.Count == 0)
        {
            return;
        }

        layers.Line($"self.{name} = nn.ModuleList([");
        foreach (var neurons in widths)
        {
            layers.Line($"    nn.Linear({features}, {neurons}),");
            features = neurons;
        }

        layers.Line("])");
    }

    private static string Recurrent(RnnConfig rnn, int inputs) =>
        $"self.recurrent = nn.{rnn.Cell.ToString().ToUpperInvariant()}({inputs}, {rnn.Hidden}, num_layers={rnn.Layers}, batch_first=True)";

    private static string Output(int features, DataSetInfo data) => $"self.output = nn.Linear({features}, {Network.Outputs(data)})";

    private static string Activated(Activation activation, string layer) => activation switch
    {
        Activation.Relu => $"torch.relu({layer})",
        Activation.Tanh => $"torch.tanh({layer})",
        Activation.Sigmoid => $"torch.sigmoid({layer})",
        _ => layer,
    };

    /// <summary>One example in words.</summary>
    private static string Example(DataSetInfo data) => data.Kind switch
    {
        DataSetKind.Image => $"a gray picture of {data.Shape[0]} x {data.Shape[1]} pixels",
        DataSetKind.Sequence => $"{data.Shape[0]} places one after another, with {Numbers(data.Shape[1])} at each",
        _ => $"a row of {Numbers(data.Shape[0])}",
    };

    private static string Numbers(int count) => count == 1 ? "1 number" : $"{count} numbers";

    private static string Answer(DataSetInfo data) =>
        data.IsRegression ? "a predicted number" : $"a score for each of the {data.Classes.Count} classes";

    /// <summary>What prepare() makes of examples.</summary>
    public static string Batch(DataSetInfo data) => data.Kind switch
    {
        DataSetKind.Image => $"(batch, 1, {data.Shape[0]}, {data.Shape[1]})",
        DataSetKind.Text => "(batch, characters)",
        _ => $"(batch, {string.Join(", ", data.Shape)})",
    };

    private static void Line(this StringBuilder python, string line) => python.Append("        ").Append(line).Append('\n');

    private static void Dropout(this StringBuilder forward, double probability)
    {
        if (probability > 0)
        {
            forward.Line(
                $"x = functional.dropout(x, {probability.ToString(CultureInfo.InvariantCulture)}, self.training)  # in training only");
        }
    }

    private static StringBuilder Result(this StringBuilder forward, DataSetInfo data)
    {
        forward.Line($"return self.output(x)  # (batch, {Network.Outputs(data)})");
        return forward;
    }
}
