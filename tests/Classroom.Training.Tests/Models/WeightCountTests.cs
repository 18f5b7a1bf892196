using Classroom.Training.Loop;
using Classroom.Training.Models.Table;
using Classroom.Training.Settings;
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
        { "lstm for sequences", new RnnConfig { Cell = Cell.Lstm, Hidden = 8, Layers = 2 } },
        { "no hidden layer", new MlpConfig() },
        { "mlp", new MlpConfig { Hidden = [8, 5] } },
        { "residual mlp", new MlpConfig { Hidden = [8, 8, 8], Residual = true } },
        { "mlp on pictures", new MlpConfig { Hidden = [6] } },
        { "autoencoder", new AutoencoderConfig { Hidden = [32, 8], Code = 2 } },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void The_count_is_that_of_the_network_that_is_built(string name, ModelConfig config)
    {
        var data = config switch
        {
            MlpConfig when name == "mlp on pictures" => Examples.FewDigits,
            MlpConfig => Examples.Ring,
            RnnConfig when name.EndsWith("sequences", StringComparison.Ordinal) => Examples.Rises,
            RnnConfig => Examples.Sentences,
            _ => Examples.FewDigits,
        };
        using var generator = new torch.Generator(1, torch.CPU);
        using var network = ModelTable.Create(config, data).CreateNetwork(generator);
        using var run = new TrainingRun(Examples.Config(config), data);

        Assert.True(ModelTable.Create(config, data).Size.Weights == network.parameters().Sum(p => p.numel()), name);
        Assert.Equal(run.WeightCount, run.Weights().Tensors.Sum(tensor => tensor.Values.Length));
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
        using var run = new TrainingRun(Examples.Config(cnn) with { Init = init }, Examples.FewDigits);

        var largest = run.Weights().Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Values.Max(Math.Abs));
        Assert.Equal(weights, largest["dense.0.weight"], 0.001);
        Assert.Equal(biases, largest["dense.0.bias"], 0.003);
    }

    [Theory]
    [InlineData(Cell.Lstm, 4)]
    [InlineData(Cell.Gru, 3)]
    public void A_long_memory_opens_the_gate_that_keeps_and_leaves_all_else_as_usual(Cell cell, int gates)
    {
        const int Hidden = 4;
        var config = Examples.Config(new RnnConfig { Cell = cell, Hidden = Hidden, Layers = 2 });
        using var usual = new TrainingRun(config, Examples.Rises);
        using var open = new TrainingRun(config with { Init = Initialization.LongMemory }, Examples.Rises);

        foreach (var (before, after) in usual.Weights().Tensors.Zip(open.Weights().Tensors))
        {
            var opened = before.Name.Contains("bias_ih", StringComparison.Ordinal);
            Assert.Equal(before.Values.Length, opened ? gates * Hidden : before.Values.Length);
            Assert.Equal(
                before.Values.Index().Select(entry => opened && entry.Index is >= Hidden and < 2 * Hidden ? 3 : entry.Item), after.Values);
        }
    }
}
