using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Autoencoders;

internal sealed class AutoencoderModel(AutoencoderConfig config, DataSetInfo data) : Model(data)
{
    public static ModelKind Kind { get; } = ModelKind.Create<AutoencoderConfig>(
        (config, data) => new AutoencoderModel(config, data),
        title: _ => "Autoencoder",
        sizes: config => string.Join("-", config.Hidden.Append(config.Code)),
        summary: config => $"Autoencoder: code of {config.Code}");

    public override int LayerCount => 2 * (config.Hidden.Count + 1);

    protected override IReadOnlyList<DataSetKind> DataKinds => [DataSetKind.Image];

    protected override string Reads => "An autoencoder copies pictures";

    protected override Activation Activation => config.Activation;

    protected override IEnumerable<LayerShape> HiddenShapes =>
    [
        .. LayerShape.Dense(config.Hidden),
        new(LayerKind.Code, [config.Code]),
        .. LayerShape.Dense(config.Hidden.Reverse()),
    ];

    protected override LayerShape OutputShape => new(LayerKind.Output, Data.Shape);

    public override Network CreateNetwork(Generator generator) => new Autoencoder(config, Features);

    public override string WritePython() => AutoencoderPython.Write(config, Data);

    protected override ModelSize ComputeSize() =>
        ModelSize.FromDense(Features, [.. config.Hidden, config.Code, .. config.Hidden.Reverse(), Features]);
}
