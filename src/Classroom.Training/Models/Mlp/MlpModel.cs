using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Mlp;

internal sealed class MlpModel(MlpConfig config, DataSetInfo data) : Model(data)
{
    // What a residual layer adds begins small, or ten of them would add up to a signal many times too large.
    private const float ResidualScale = 0.3f;

    public static ModelKind Kind { get; } = ModelKind.Create<MlpConfig>(
        (config, data) => new MlpModel(config, data),
        title: _ => "MLP",
        sizes: config => config.Hidden.Count > 0 ? string.Join("-", config.Hidden) : "without hidden layer",
        summary: config => config.Hidden.Count > 0 ? $"MLP: hidden {string.Join(", then ", config.Hidden)}" : "MLP without hidden layers");

    public override int LayerCount => config.Hidden.Count + 1;

    protected override IReadOnlyList<DataSetKind> DataKinds => [DataSetKind.Image, DataSetKind.Table];

    protected override string Reads => "An MLP looks at rows of numbers or at pictures";

    protected override Activation Activation => config.Activation;

    protected override IEnumerable<LayerShape> HiddenShapes => LayerShape.Dense(config.Hidden);

    public override Network CreateNetwork(Generator generator) =>
        new MultilayerPerceptron(config, Features, Network.Outputs(Data), generator);

    public override string WritePython() => MlpPython.Write(config, Data);

    protected override ModelSize ComputeSize() => ModelSize.FromDense(Features, [.. config.Hidden, Network.Outputs(Data)]) with
    {
        Faults = config.Residual && config.Hidden.Distinct().Count() > 1
            ? [("model.residual", "A residual layer adds to what it was given, so all hidden layers must have the same number of neurons.")]
            : [],
    };

    protected override void AdjustWeights(Network network, Initialization init)
    {
        if (!config.Residual || init != Initialization.KaimingXavier)
        {
            return;
        }

        using var noGradients = no_grad();

        // Kept until libtorch has read it, see Scalars.
        using var scale = ResidualScale.ToScalar();
        foreach (var layer in network.Layers.Skip(1).SkipLast(1).OfType<Linear>())
        {
            layer.weight!.mul_(scale);
        }
    }
}
