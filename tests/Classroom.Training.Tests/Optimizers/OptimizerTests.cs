using Classroom.Training.Optimizers;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

public sealed class OptimizerTests
{
    public static TheoryData<OptimizerConfig> Configs =>
    [
        new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.01 },
        new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.01, WeightDecay = 0.1 },
        new OptimizerConfig { Kind = OptimizerKind.Sgd, LearningRate = 0.1 },
        new OptimizerConfig { Kind = OptimizerKind.Sgd, LearningRate = 0.1, Momentum = 0.9, WeightDecay = 0.05 },
    ];

    [Theory]
    [MemberData(nameof(Configs))]
    public void Steps_are_those_of_TorchSharp(OptimizerConfig config)
    {
        // 37 is no multiple of a register's width: the last few weights go another way.
        using var scope = NewDisposeScope();
        using var generator = new Generator(3, CPU);
        var theirs = new TorchSharp.Modules.Parameter(rand(37, generator: generator));
        var weights = theirs.data<float>().ToArray();
        var optimizer = Optimizer.Create(config, weights.Length);
        using var reference = config.Kind == OptimizerKind.Adam
            ? (optim.Optimizer)optim.Adam([theirs], config.LearningRate, weight_decay: config.WeightDecay)
            : optim.SGD([theirs], config.LearningRate, config.Momentum, weight_decay: config.WeightDecay);
        for (var step = 0; step < 50; step++)
        {
            var gradient = rand(37, generator: generator) - 0.5;
            theirs.grad = gradient;
            reference.step();
            optimizer.Step(weights, gradient.data<float>().ToArray(), config.LearningRate);
        }

        foreach (var (mine, expected) in weights.Zip(theirs.data<float>()))
        {
            Assert.Equal(expected, mine, 1e-5);
        }
    }

    [Fact]
    public void Clipping_shortens_what_is_too_long_and_leaves_the_rest()
    {
        float[] gradients = [3, 4];
        Optimizer.Clip(gradients, 10);
        Assert.Equal([3, 4], gradients);

        Optimizer.Clip(gradients, 1);
        Assert.Equal(0.6, gradients[0], 1e-5);
        Assert.Equal(0.8, gradients[1], 1e-5);
    }
}
