using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Mlp;

/// <summary>(batch, …) in, taken as (batch, features); (batch, outputs) out.</summary>
internal sealed class MultilayerPerceptron : Network
{
    private readonly MlpConfig config;
    private readonly Generator generator;
    private readonly ModuleList<Linear> hidden = [];
    private readonly Linear output;

    public MultilayerPerceptron(MlpConfig config, int features, int outputs, Generator generator)
        : base(nameof(MultilayerPerceptron))
    {
        this.config = config;
        this.generator = generator;
        foreach (var neurons in config.Hidden)
        {
            hidden.Add(nn.Linear(features, neurons));
            features = neurons;
        }

        output = nn.Linear(features, outputs);
        RegisterComponents();
    }

    public override IReadOnlyList<nn.Module> Layers => [.. hidden, output];

    public override Tensor forward(Tensor x) => output.call(Features(x));

    public override Tensor Features(Tensor x)
    {
        x = x.flatten(1);
        for (var i = 0; i < hidden.Count; i++)
        {
            var y = hidden[i].call(x).Activate(config.Activation);
            x = config.Residual && i > 0 ? x.Plus(y) : y;
            x = training && config.Dropout > 0 ? x.Drop(config.Dropout, generator) : x;
        }

        return x;
    }
}
