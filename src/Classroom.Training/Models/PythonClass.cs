using System.Globalization;
using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Models;

/// <summary>The parts of a model.py's class <c>Network</c> that kinds of models share.</summary>
internal static class PythonClass
{
    /// <summary>A network that answers for each example as a whole.</summary>
    /// <param name="data">What goes in.</param>
    /// <param name="layers">Lines of <c>__init__</c>, without the output layer.</param>
    /// <param name="features">What the output layer takes.</param>
    /// <param name="forward">Lines of <c>forward</c> up to the output layer.</param>
    public static string Write(DataSetInfo data, StringBuilder layers, int features, StringBuilder forward)
    {
        forward.Line($"return self.output(x)  # (batch, {Network.Outputs(data)})");
        return Write($"In: {PythonShapes.Example(data)}. Out: {PythonShapes.Answer(data)}.", data, layers, features, forward, "x");
    }

    /// <summary>A network whose <c>forward</c> takes and returns more than its batch.</summary>
    /// <param name="purpose">What goes in and comes out, in words.</param>
    /// <param name="data">What goes in.</param>
    /// <param name="layers">Lines of <c>__init__</c>, without the output layer.</param>
    /// <param name="features">What the output layer takes.</param>
    /// <param name="forward">Lines of <c>forward</c>.</param>
    /// <param name="arguments">Of <c>forward</c>.</param>
    public static string Write(
        string purpose, DataSetInfo data, StringBuilder layers, int features, StringBuilder forward, string arguments) => $""""
        class Network(nn.Module):
            """{purpose}"""

            def __init__(self):
                super().__init__()
        {layers}        self.output = nn.Linear({features}, {Network.Outputs(data)})

            def forward(self, {arguments}):  # x: {PythonShapes.Batch(data)}
        {forward}
        """";

    /// <summary>A list of dense layers one after another; nothing where there are none.</summary>
    public static void Dense(this StringBuilder layers, string name, int features, IReadOnlyList<int> widths)
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

    /// <summary>What a layer passes on, with its activation.</summary>
    public static string Activated(Activation activation, string layer) => activation switch
    {
        Activation.Relu => $"torch.relu({layer})",
        Activation.Tanh => $"torch.tanh({layer})",
        Activation.Sigmoid => $"torch.sigmoid({layer})",
        _ => layer,
    };

    public static void Dropout(this StringBuilder forward, double probability)
    {
        if (probability > 0)
        {
            var share = probability.ToString(CultureInfo.InvariantCulture);
            forward.Line($"x = functional.dropout(x, {share}, self.training)  # in training only");
        }
    }

    /// <summary>One line of a method.</summary>
    public static void Line(this StringBuilder python, string line) => python.Append("        ").Append(line).Append('\n');
}
