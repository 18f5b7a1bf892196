using Classroom.Training.Networks;
using Classroom.Training.Operations;
using Classroom.Training.Settings;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training.Models.Cnn;

/// <summary>(batch, 1, height, width) in, (batch, classes) out.</summary>
internal sealed class ConvolutionalNetwork : Network
{
    private readonly CnnConfig config;
    private readonly Generator generator;
    private readonly ModuleList<Conv2d> conv = [];
    private readonly ModuleList<Linear> dense = [];
    private readonly Linear output;

    public ConvolutionalNetwork(CnnConfig config, int height, int width, int classes, Generator generator)
        : base(nameof(ConvolutionalNetwork))
    {
        this.config = config;
        this.generator = generator;
        var features = 0;
        foreach (var stage in ConvolutionStage.Create(config, height, width))
        {
            var stride = config.Pool == Pooling.Stride ? 2 : 1;
            conv.Add(nn.Conv2d(stage.InChannels, stage.OutChannels, config.Kernel, stride, padding: config.Kernel / 2));
            features = stage.OutChannels * stage.OutHeight * stage.OutWidth;
        }

        foreach (var neurons in config.Dense)
        {
            dense.Add(nn.Linear(features, neurons));
            features = neurons;
        }

        output = nn.Linear(features, classes);
        RegisterComponents();
    }

    public override IReadOnlyList<nn.Module> Layers => [.. conv, .. dense, output];

    public override Tensor forward(Tensor x) => output.call(Features(x));

    public override Tensor Features(Tensor x)
    {
        foreach (var layer in conv)
        {
            x = Pool(Filter(layer, x));
        }

        x = x.flatten(1);
        foreach (var layer in dense)
        {
            x = layer.call(x).Activate(config.Activation);
        }

        return training && config.Dropout > 0 ? x.Drop(config.Dropout, generator) : x;
    }

    /// <summary>What each convolution makes of its picture, before pooling: (batch, filters, height, width), first to last.</summary>
    public IEnumerable<Tensor> Maps(Tensor x)
    {
        foreach (var layer in conv)
        {
            var maps = Filter(layer, x);
            yield return maps;
            x = Pool(maps);
        }
    }

    private Tensor Filter(Conv2d layer, Tensor x) =>
        EngineSetting.Current.Convolution.Apply(x, layer.weight!, layer.bias!, config.Pool == Pooling.Stride ? 2 : 1)
            .Activate(config.Activation);

    private Tensor Pool(Tensor x) => config.Pool switch
    {
        Pooling.Max => MaxPooling.Halve(x),
        Pooling.Average => nn.functional.avg_pool2d(x, 2),
        _ => x,
    };
}
