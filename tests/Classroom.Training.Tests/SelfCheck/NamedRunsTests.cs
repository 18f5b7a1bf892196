using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Whole runs that some processors were seen to compute wrongly, another way each time.</summary>
[Trait("Category", "Long")]
public sealed class NamedRunsTests
{
    private const int Times = 5;

    /// <summary>
    /// Rounding decides now and then whether a value lies above ReLU's zero, and Adam makes a whole step of the tiniest gradient
    /// that a weight has for the first time. So two right runs of a CNN part, here by 1e-4 after a hundred steps. Every so many
    /// steps the plain trainer therefore goes on from the state of the run; between them the two part by 1e-6.
    /// </summary>
    private const int Stretch = 10;

    private static readonly CnnConfig Cnn = new() { Conv = [4, 8] };
    private static readonly RnnConfig Lstm = new() { Cell = Cell.Lstm, Hidden = 48 };

    private static readonly Dictionary<string, TrainingConfig> Configs = new()
    {
        ["shapes, 4 and 8 filters"] = Config("shapes", Cnn, batchSize: 16),
        ["shapes, no pooling"] = Config("shapes", Cnn with { Pool = Pooling.None }, batchSize: 16),
        ["shapes, 8 and 16 filters"] = Config("shapes", Cnn with { Conv = [8, 16] }, batchSize: 32),
        ["sentences, LSTM"] = Config("sentences", Lstm, batchSize: 16, epochs: 2, rate: 0.005),
        ["recall, LSTM"] = Config("recall", Lstm with { Hidden = 32 }, batchSize: 32),
    };

    public static TheoryData<string> Names => [.. Configs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_time_a_run_has_the_one_curve_that_plain_formulas_have(string name)
    {
        var config = Configs[name];
        var data = BuiltInDataSets.Get(config.Dataset)!;
        var runs = Enumerable.Range(0, Times).Select(_ => Train(config, data)).ToList();

        Assert.All(runs, run => Assert.Equal(runs[0].Curve.Bits, run.Curve.Bits));
        PlainCurve.AssertSame(PlainTrainer.Train(config, data, config.Model is CnnConfig ? runs[0].States : null), runs[0].Curve.Points);
    }

    /// <summary>The curve of a run, and its states after each stretch of steps.</summary>
    private static (RecordingSink Curve, Dictionary<int, RunState> States) Train(TrainingConfig config, DataSet data)
    {
        var (curve, states) = (new RecordingSink(), new Dictionary<int, RunState>());
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(curve);
            if (run.CanSave && run.Step > 0 && run.Step % Stretch == 0)
            {
                states[run.Step] = RunState.Of(run);
            }
        }

        Assert.Equal(RunOutcome.Completed, run.Outcome);
        return (curve, states);
    }

    private static TrainingConfig Config(string dataSet, ModelConfig model, int batchSize, int epochs = 1, double rate = 0.001) => new()
    {
        Dataset = dataSet,
        Model = model,
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = rate },
        BatchSize = batchSize,
        Epochs = epochs,
        Seed = 3,
        Probes = [],
    };
}
