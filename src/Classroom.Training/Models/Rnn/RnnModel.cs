using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Rnn;

/// <summary>What recurrent networks share, whether they read text or sequences.</summary>
internal abstract class RnnModel(RnnConfig config, DataSetInfo data) : Model(data)
{
    public static ModelKind Kind { get; } = ModelKind.Create<RnnConfig>(
        (config, data) => data.Kind == DataSetKind.Text ? new CharacterModel(config, data) : new SequenceModel(config, data),
        Title,
        sizes: config => config.Layers > 1 ? $"{config.Layers} × {config.Hidden}" : $"{config.Hidden}",
        summary: config => $"{Title(config)}: {config.Hidden} units");

    public override int RecurrentCalls => Data.Shape[0] * Config.Layers;

    protected RnnConfig Config { get; } = config;

    protected override IReadOnlyList<DataSetKind> DataKinds => [DataSetKind.Text, DataSetKind.Sequence];

    protected override string Reads => "An RNN reads text or sequences";

    protected override Activation Activation => Activation.Tanh;

    protected override IEnumerable<LayerShape> HiddenShapes => Enumerable.Repeat(
        new LayerShape(LayerKind.Recurrent, [Config.Hidden]), Math.Clamp(Config.Layers, 1, ModelBounds.MostRecurrentLayers));

    /// <summary>Numbers that the recurrent layers hold at each place.</summary>
    protected long RecurrentValues => (2L * Config.Cell.Gates() + 2) * Config.Hidden * Config.Layers;

    /// <summary>The recurrent layers in PyTorch.</summary>
    /// <param name="inputs">Numbers that go in at each place.</param>
    protected string WriteRecurrent(int inputs) =>
        $"self.recurrent = nn.{Config.Cell.ToString().ToUpperInvariant()}"
        + $"({inputs}, {Config.Hidden}, num_layers={Config.Layers}, batch_first=True)";

    // The sum of the two biases counts. All weights are drawn as they would be without this.
    protected override void AdjustWeights(Network network, Initialization init)
    {
        if (Config is not { Cell: Cell.Lstm, ForgetBias: { } forgetBias })
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();

        // Kept until libtorch has read it, see Scalars.
        using var bias = ((float)forgetBias).ToScalar();
        foreach (var (name, parameter) in network.modules().OfType<LSTM>().SelectMany(lstm => lstm.named_parameters(recurse: false)))
        {
            // (4 · hidden): i, f, g, o.
            var hidden = parameter.shape[0] / 4;
            if (name.StartsWith("bias_ih", StringComparison.Ordinal))
            {
                parameter.narrow(0, hidden, hidden).fill_(bias);
            }
            else if (name.StartsWith("bias_hh", StringComparison.Ordinal))
            {
                parameter.narrow(0, hidden, hidden).zero_();
            }
        }
    }

    private static string Title(RnnConfig config) => config.Cell switch
    {
        Cell.Gru => "GRU",
        Cell.Lstm => "LSTM",
        _ => "Plain RNN",
    };
}
