using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Cnn;

internal sealed class CnnModel(CnnConfig config, DataSetInfo data) : Model(data)
{
    public static ModelKind Kind { get; } = ModelKind.Create<CnnConfig>(
        (config, data) => new CnnModel(config, data),
        title: _ => "CNN",
        sizes: config => string.Join("-", config.Conv.Concat(config.Dense)),
        summary: config => $"CNN: filters {string.Join(", then ", config.Conv)}"
            + (config.Dense.Count > 0 ? $"; dense {string.Join(", then ", config.Dense)}" : ""));

    public override int LayerCount => config.Conv.Count + config.Dense.Count + 1;

    protected override IReadOnlyList<DataSetKind> DataKinds => [DataSetKind.Image];

    protected override string Reads => "A CNN looks at pictures";

    protected override Activation Activation => config.Activation;

    protected override IEnumerable<LayerShape> HiddenShapes =>
    [
        .. Stages.Select(stage => new LayerShape(LayerKind.Convolution, [stage.OutChannels, stage.OutHeight, stage.OutWidth])),
        .. LayerShape.Dense(config.Dense),
    ];

    private IEnumerable<ConvolutionStage> Stages => ConvolutionStage.Create(config, Data.Shape[0], Data.Shape[1]);

    public override Network CreateNetwork(Generator generator) =>
        new ConvolutionalNetwork(config, Data.Shape[0], Data.Shape[1], Network.Outputs(Data), generator);

    public override string WritePython() => CnnPython.Write(config, Data);

    protected override ModelSize ComputeSize()
    {
        long weights = 0, multiplications = 0, values = Features;
        var faults = new List<(string, string)>();
        var features = 0;
        foreach (var (index, stage) in Stages.Index())
        {
            if (FindFault(stage, index + 1) is { } fault)
            {
                faults.Add(fault);
                break;
            }

            var filter = (long)stage.InChannels * config.Kernel * config.Kernel;
            var filtered = (long)stage.OutChannels * stage.FilteredHeight * stage.FilteredWidth;
            features = stage.OutChannels * stage.OutHeight * stage.OutWidth;
            weights += stage.OutChannels * (filter + 1);
            multiplications += filtered * filter;
            values += 2 * filtered + features;
        }

        var dense = ModelSize.FromDense(features, [.. config.Dense, Network.Outputs(Data)]);
        return new(weights + dense.Weights, multiplications + dense.Multiplications, values + dense.Values - features, faults);
    }

    private (string Field, string Message)? FindFault(ConvolutionStage stage, int number)
    {
        var picture = $"the {stage.InHeight}×{stage.InWidth} picture that reaches convolution {number}";
        return config.Kernel > Math.Min(stage.InHeight, stage.InWidth)
            ? ("model.kernel", $"A kernel of {config.Kernel} is larger than {picture}. Use a smaller kernel or fewer convolutions.")
            : stage.OutHeight == 0 || stage.OutWidth == 0
                ? ("model.pool", $"Pooling cannot halve {picture}. Use fewer convolutions, or the pool 'none'.")
                : null;
    }
}
