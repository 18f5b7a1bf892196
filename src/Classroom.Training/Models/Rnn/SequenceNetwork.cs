using Classroom.Training.Networks;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Rnn;

/// <summary>(batch, length, numbers at each place) in, (batch, outputs) out.</summary>
internal sealed class SequenceNetwork : Network
{
    private readonly nn.Module recurrent;
    private readonly Linear output;

    public SequenceNetwork(RnnConfig config, int inputs, int outputs)
        : base(nameof(SequenceNetwork))
    {
        recurrent = RecurrentLayers.Create(config, inputs);
        output = nn.Linear(config.Hidden, outputs);
        RegisterComponents();
    }

    public override IReadOnlyList<nn.Module> Layers => [recurrent, output];

    public override Tensor forward(Tensor x) => output.call(Features(x));

    // What stands after the last place has seen all of it.
    public override Tensor Features(Tensor x) => RecurrentLayers.Read(recurrent, x, default).Hidden.select(1, -1);
}
