using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

[Trait("Category", "Long")]
public sealed class PlainTrainerTests
{
    private static readonly OptimizerConfig Adam = new() { Kind = OptimizerKind.Adam, LearningRate = 0.003 };
    private static readonly OptimizerConfig Sgd = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.05, Momentum = 0.9 };

    private static readonly DataSet FewSentences = Examples.Sentences with { Train = 96, Validation = 40 };

    /// <summary>Every kind of model, pooling, cell, activation, loss and optimizer is in one of them at least.</summary>
    private static readonly Dictionary<string, (TrainingConfig Config, DataSet Data)> Runs = new()
    {
        ["cnn, max pooling"] = Pictures(new CnnConfig { Conv = [4, 8], Dense = [16] }, Adam),
        ["cnn, max pooling, kernel 5"] = Pictures(new CnnConfig { Conv = [3, 5], Kernel = 5, Activation = Activation.Tanh }, Sgd),
        ["cnn, average pooling"] = Pictures(new CnnConfig { Conv = [4, 7, 9], Pool = Pooling.Average, Dense = [12, 10] }, Adam),
        ["cnn, no pooling"] = Pictures(new CnnConfig { Conv = [3, 4], Pool = Pooling.None, Activation = Activation.Sigmoid }, Adam),
        ["cnn, stride"] = Pictures(new CnnConfig { Conv = [5, 6, 8], Kernel = 5, Pool = Pooling.Stride, Dense = [20] }, Adam),
        ["mlp of pictures"] = Pictures(
            new MlpConfig { Hidden = [24, 12] }, Sgd with { WeightDecay = 0.001 }, LossFunction.MeanSquaredError),
        ["autoencoder"] = Pictures(new AutoencoderConfig { Hidden = [24], Code = 3 }, Adam, LossFunction.MeanSquaredError),
        ["mlp of points"] = Rows(
            new MlpConfig { Hidden = [8, 8], Activation = Activation.Tanh },
            Examples.Ring,
            config => config with { Schedule = LearningRateSchedule.Cosine }),
        ["mlp without a hidden layer"] = Rows(
            new MlpConfig(), Examples.Ring, config => config with { Optimizer = Sgd with { Momentum = 0 } }),
        ["mlp with residual layers"] = Rows(
            new MlpConfig { Hidden = [8, 8, 8], Residual = true },
            Examples.Ring,
            config => config with { Init = Initialization.KaimingXavier }),
        ["mlp that predicts a number"] = Rows(
            new MlpConfig { Hidden = [16], Activation = Activation.Linear }, BuiltInDataSets.Get("line")!),
        ["rnn of sequences"] = Rows(
            new RnnConfig { Cell = Cell.Rnn, Hidden = 8, Layers = 2 }, Examples.Rises, config => config with { Clip = 0.2 }),
        ["lstm of sequences"] = Rows(
            new RnnConfig { Cell = Cell.Lstm, Hidden = 9 },
            Examples.Rises,
            config => config with { Optimizer = Adam with { WeightDecay = 0.01 } }),
        ["gru that predicts a number"] = Rows(new RnnConfig { Cell = Cell.Gru, Hidden = 7, Layers = 2 }, Examples.Sums),
        ["rnn of text"] = Text(new RnnConfig { Cell = Cell.Rnn, Hidden = 17 }),
        ["lstm of text"] = Text(new RnnConfig { Cell = Cell.Lstm, Hidden = 12, Layers = 2 }),
        ["gru of text"] = Text(new RnnConfig { Cell = Cell.Gru, Hidden = 16 }),
    };

    public static TheoryData<string> Names => [.. Runs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_has_the_curve_that_plain_formulas_have(string name)
    {
        var (config, data) = Runs[name];

        PlainCurve.AssertSame(PlainTrainer.Train(config, data), Examples.Train(config, data).Points);
    }

    [Fact]
    public void A_run_that_learns_a_hundredth_faster_is_told_from_the_plain_one()
    {
        var (config, data) = Runs["mlp of points"];
        var run = Examples.Train(config with { Optimizer = Adam with { LearningRate = Adam.LearningRate * 1.01 } }, data);

        Assert.ThrowsAny<Exception>(() => PlainCurve.AssertSame(PlainTrainer.Train(config, data), run.Points));
    }

    private static (TrainingConfig Config, DataSet Data) Pictures(
        ModelConfig model, OptimizerConfig optimizer, LossFunction loss = LossFunction.CrossEntropy) =>
        (Examples.Config(model, epochs: 2) with { Optimizer = optimizer, Loss = loss, Probes = [] }, Examples.FewDigits);

    private static (TrainingConfig Config, DataSet Data) Rows(
        ModelConfig model, DataSet data, Func<TrainingConfig, TrainingConfig>? change = null)
    {
        var loss = Examples.OnlyLoss(model, data) ?? LossFunction.CrossEntropy;
        var config = Examples.Config(model, epochs: 4) with { Optimizer = Adam, Loss = loss, Probes = [] };
        return (change is null ? config : change(config), data);
    }

    private static (TrainingConfig Config, DataSet Data) Text(RnnConfig model) =>
        (Examples.Config(model, epochs: 2) with { Optimizer = Adam, BatchSize = 16, Probes = [] }, FewSentences);
}
