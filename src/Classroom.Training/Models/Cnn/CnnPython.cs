using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Models.Cnn;

/// <summary>A <see cref="ConvolutionalNetwork"/> in PyTorch.</summary>
internal static class CnnPython
{
    public static string Write(CnnConfig config, DataSetInfo data)
    {
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        var features = Convolutions(config, data, layers, forward);
        forward.Line($"x = x.flatten(1)  # (batch, {features})");
        layers.Dense("dense", features, config.Dense);
        foreach (var (i, neurons) in config.Dense.Index())
        {
            forward.Line($"x = {PythonClass.Activated(config.Activation, $"self.dense[{i}](x)")}  # (batch, {neurons})");
        }

        forward.Dropout(config.Dropout);
        return PythonClass.Write(data, layers, config.Dense.LastOrDefault(features), forward);
    }

    /// <summary>Writes all convolutions with their pooling.</summary>
    /// <returns>How many numbers the last one passes on.</returns>
    private static int Convolutions(CnnConfig config, DataSetInfo data, StringBuilder layers, StringBuilder forward)
    {
        layers.Line("self.conv = nn.ModuleList([");
        var features = 0;
        foreach (var (i, stage) in ConvolutionStage.Create(config, data.Shape[0], data.Shape[1]).Index())
        {
            var stride = config.Pool == Pooling.Stride ? "stride=2, " : "";
            layers.Line(
                $"    nn.Conv2d({stage.InChannels}, {stage.OutChannels}, "
                + $"kernel_size={config.Kernel}, {stride}padding={config.Kernel / 2}),");
            forward.Line(
                $"x = {PythonClass.Activated(config.Activation, $"self.conv[{i}](x)")}  "
                + $"# (batch, {stage.OutChannels}, {stage.FilteredHeight}, {stage.FilteredWidth})");
            if (config.Pool is Pooling.Max or Pooling.Average)
            {
                forward.Line(
                    $"x = functional.{(config.Pool == Pooling.Max ? "max" : "avg")}_pool2d(x, 2)  "
                    + $"# (batch, {stage.OutChannels}, {stage.OutHeight}, {stage.OutWidth})");
            }

            features = stage.OutChannels * stage.OutHeight * stage.OutWidth;
        }

        layers.Line("])");
        return features;
    }
}
