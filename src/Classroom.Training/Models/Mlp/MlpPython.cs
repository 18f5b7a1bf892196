using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Models.Mlp;

/// <summary>A <see cref="MultilayerPerceptron"/> in PyTorch.</summary>
internal static class MlpPython
{
    public static string Write(MlpConfig config, DataSetInfo data)
    {
        var features = data.Shape.Aggregate((product, side) => product * side);
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        layers.Dense("hidden", features, config.Hidden);
        if (data.Shape.Count > 1)
        {
            forward.Line($"x = x.flatten(1)  # (batch, {features}): row after row");
        }

        foreach (var (i, neurons) in config.Hidden.Index())
        {
            var layer = PythonClass.Activated(config.Activation, $"self.hidden[{i}](x)");
            forward.Line(config.Residual && i > 0
                ? $"x = x + {layer}  # (batch, {neurons}), added to what came in"
                : $"x = {layer}  # (batch, {neurons})");
            forward.Dropout(config.Dropout);
        }

        return PythonClass.Write(data, layers, config.Hidden.LastOrDefault(features), forward);
    }
}
