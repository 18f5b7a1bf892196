using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Rnn;

/// <summary>A recurrent network that answers once, after the last place.</summary>
internal sealed class SequenceModel(RnnConfig config, DataSetInfo data) : RnnModel(config, data)
{
    public override int LayerCount => 2;

    public override Network CreateNetwork(Generator generator) => new SequenceNetwork(Config, Data.Shape[1], Network.Outputs(Data));

    public override string WritePython()
    {
        var (layers, forward) = (new StringBuilder(), new StringBuilder());
        layers.Line(WriteRecurrent(Data.Shape[1]));
        forward.Line($"x, _ = self.recurrent(x)  # (batch, {Data.Shape[0]}, {Config.Hidden})");
        forward.Line($"x = x[:, -1]  # (batch, {Config.Hidden}): after the last place it has seen all of them");
        return PythonClass.Write(Data, layers, Config.Hidden, forward);
    }

    protected override ModelSize ComputeSize()
    {
        var (length, inputs, outputs) = (Data.Shape[0], Data.Shape[1], Network.Outputs(Data));
        var recurrent = RecurrentLayers.Weights(Config, inputs);
        return new(
            recurrent + (Config.Hidden + 1L) * outputs,
            length * recurrent + (long)Config.Hidden * outputs,
            length * (inputs + RecurrentValues) + outputs,
            []);
    }
}
