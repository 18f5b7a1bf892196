using TorchSharp;

namespace Classroom.Training.Tests;

public sealed class WeightCountTests
{
    public static TheoryData<string, ModelConfig> Models => new()
    {
        { "as in the contract", new CnnConfig { Conv = [8, 16], Dense = [64] } },
        { "no dense layer", new CnnConfig { Conv = [3], Kernel = 1 } },
        { "stride", new CnnConfig { Conv = [4, 6, 8], Kernel = 5, Pool = Pooling.Stride, Dense = [20, 10] } },
        { "no pooling", new CnnConfig { Conv = [2, 3], Kernel = 7, Pool = Pooling.None, Dense = [5] } },
        { "deep", new CnnConfig { Conv = [2, 3, 4, 5], Kernel = 1, Pool = Pooling.Average } },
        { "rnn", new RnnConfig { Cell = Cell.Rnn, Hidden = 24 } },
        { "lstm", new RnnConfig { Cell = Cell.Lstm, Hidden = 24, Layers = 2 } },
        { "gru", new RnnConfig { Cell = Cell.Gru, Hidden = 48, Layers = 2 } },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void The_count_is_that_of_the_network_that_is_built(string name, ModelConfig config)
    {
        var data = config is CnnConfig ? Examples.FewDigits : Examples.Sentences;
        using var generator = new torch.Generator(1, torch.CPU);
        using var model = TrainableModel.Create(Examples.Config(config), data, generator);

        Assert.True(ModelSize.Of(config, data).Weights == model.Network.parameters().Sum(p => p.numel()), name);
    }

    [Fact]
    public void The_model_of_the_contract_has_52138_weights()
    {
        using var run = new TrainingRun(Examples.Config(new CnnConfig { Conv = [8, 16], Dense = [64] }), Examples.FewDigits);
        Assert.Equal(52_138, run.WeightCount);
    }

    [Theory]
    [InlineData(Initialization.Default, Activation.Relu, 0.0357, 0.0357)]
    [InlineData(Initialization.KaimingXavier, Activation.Relu, 0.0875, 0)]
    [InlineData(Initialization.KaimingXavier, Activation.Tanh, 0.0841, 0)]
    public void First_weights_fill_the_range_of_their_recipe(Initialization init, Activation activation, double weights, double biases)
    {
        // The dense layer takes 4 filters × 14 × 14 = 784 values to 64: 1/√784, √(6/784) and √(6/848).
        var cnn = new CnnConfig { Conv = [4], Dense = [64], Activation = activation };
        using var generator = new torch.Generator(1, torch.CPU);
        using var model = TrainableModel.Create(Examples.Config(cnn) with { Init = init }, Examples.FewDigits, generator);

        var dense = model.Network.named_parameters().Where(p => p.name.StartsWith("dense", StringComparison.Ordinal)).ToDictionary(p => p.name, p => p.parameter);
        Assert.Equal(weights, dense["dense.0.weight"].abs().max().item<float>(), 0.001);
        Assert.Equal(biases, dense["dense.0.bias"].abs().max().item<float>(), 0.003);
    }
}
