using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Models.Autoencoders;

/// <summary>An <see cref="Autoencoder"/> in PyTorch.</summary>
internal static class AutoencoderPython
{
    public static string Write(AutoencoderConfig config, DataSetInfo data)
    {
        var pixels = data.Shape[0] * data.Shape[1];
        int[] inward = [.. config.Hidden, config.Code];
        int[] outward = [.. config.Hidden.Reverse(), pixels];
        var (layers, encode, decode) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        layers.Dense("encoder", pixels, inward);
        layers.Dense("decoder", config.Code, outward);
        encode.Line($"x = x.flatten(1)  # (batch, {pixels}): row after row");
        foreach (var (i, neurons) in inward.Index())
        {
            var activation = i < inward.Length - 1 ? config.Activation : Activation.Linear;
            encode.Line($"x = {PythonClass.Activated(activation, $"self.encoder[{i}](x)")}  # (batch, {neurons})");
        }

        decode.Line($"x = self.encode(x)  # (batch, {config.Code})");
        foreach (var (i, neurons) in outward.Index())
        {
            var activation = i < outward.Length - 1 ? config.Activation : Activation.Sigmoid;
            decode.Line($"x = {PythonClass.Activated(activation, $"self.decoder[{i}](x)")}  # (batch, {neurons})");
        }

        return $""""
            class Network(nn.Module):
                """In: {PythonShapes.Example(data)}. Out: the same picture, drawn again from {PythonShapes.Numbers(config.Code)}."""

                def __init__(self):
                    super().__init__()
            {layers}
                def encode(self, x):  # x: {PythonShapes.Batch(data)}
            {encode}        return x

                def forward(self, x):  # x: {PythonShapes.Batch(data)}
            {decode}        return x

            """";
    }
}
