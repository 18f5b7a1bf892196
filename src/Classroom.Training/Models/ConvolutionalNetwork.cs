using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Classroom.Training;

/// <summary>(batch, 1, height, width) in, (batch, classes) out.</summary>
internal sealed class ConvolutionalNetwork : nn.Module<Tensor, Tensor>
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
        foreach (var stage in ConvolutionStage.Of(config, height, width))
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

    public override Tensor forward(Tensor x)
    {
        foreach (var layer in conv)
        {
            x = Pool(Activate(layer.call(x)));
        }

        x = x.flatten(1);
        foreach (var layer in dense)
        {
            x = Activate(layer.call(x));
        }

        return output.call(training && config.Dropout > 0 ? Drop(x) : x);
    }

    private Tensor Activate(Tensor x) => config.Activation switch
    {
        Activation.Relu => x.relu(),
        Activation.Tanh => x.tanh(),
        Activation.Sigmoid => x.sigmoid(),
        _ => x,
    };

    private Tensor Pool(Tensor x) => config.Pool switch
    {
        Pooling.Max => nn.functional.max_pool2d(x, 2),
        Pooling.Average => nn.functional.avg_pool2d(x, 2),
        _ => x,
    };

    // nn.Dropout would draw from the generator that all runs share.
    private Tensor Drop(Tensor x)
    {
        var keep = 1 - config.Dropout;
        return x * empty_like(x).bernoulli_(keep, generator) / keep;
    }
}
