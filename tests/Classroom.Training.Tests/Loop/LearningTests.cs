using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

[Trait("Category", "Long")]
public sealed class LearningTests
{
    public static TheoryData<Cell> Cells => [.. Enum.GetValues<Cell>()];

    public static TheoryData<Pooling> Pools => [.. Enum.GetValues<Pooling>()];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Fact]
    public void A_CNN_learns_to_read_drawn_digits()
    {
        var config = Examples.Config(new CnnConfig { Conv = [8, 16], Dense = [32] }, epochs: 3, rate: 0.003);
        var sink = Examples.Train(config, BuiltInDataSets.Get("digits")!);

        Assert.True(sink.Points[^1].ValAccuracy >= 0.90f, $"reached {sink.Points[^1].ValAccuracy}");
    }

    [Fact]
    public void A_GRU_learns_to_write_sentences()
    {
        var config = Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 48 }, epochs: 6) with { BatchSize = 16 };
        var sink = Examples.Train(config, Examples.Sentences);

        var start = sink.Points[0].TrainLoss!.Value;
        Assert.True(sink.Points[^1].ValLoss <= start - 1.5f, $"from {start} to {sink.Points[^1].ValLoss}");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_trains(Cell cell)
    {
        var sink = Examples.Train(Examples.Config(new RnnConfig { Cell = cell, Hidden = 16, Layers = 2 }, epochs: 4), Examples.Sentences);

        Assert.True(
            sink.Points[^1].ValLoss <= sink.Points[0].TrainLoss - 0.5f, $"from {sink.Points[0].TrainLoss} to {sink.Points[^1].ValLoss}");
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Every_pooling_trains(Pooling pool) => AssertLearns(Examples.SmallCnn with { Pool = pool });

    // Two layers of sigmoids would need far longer: the vanishing gradient is a lesson of its own.
    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_trains(Activation activation) =>
        AssertLearns(new() { Conv = [8], Activation = activation });

    [Fact]
    public void SGD_with_momentum_weight_decay_and_clipping_trains()
    {
        var config = Examples.Config(Examples.SmallCnn, epochs: 6) with
        {
            Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.05, Momentum = 0.9, WeightDecay = 1e-4 },
            Clip = 1,
            Init = Initialization.KaimingXavier,
        };
        var sink = Examples.Train(config, Examples.FewDigits);

        Assert.True(
            sink.Points[^1].ValLoss <= sink.Points[0].TrainLoss - 0.5f, $"from {sink.Points[0].TrainLoss} to {sink.Points[^1].ValLoss}");
    }

    private static void AssertLearns(CnnConfig cnn)
    {
        var sink = Examples.Train(Examples.Config(cnn, rate: 0.004), BuiltInDataSets.Get("digits")!);

        Assert.True(
            sink.Points[^1].ValLoss <= sink.Points[0].TrainLoss - 0.5f, $"from {sink.Points[0].TrainLoss} to {sink.Points[^1].ValLoss}");
    }
}
