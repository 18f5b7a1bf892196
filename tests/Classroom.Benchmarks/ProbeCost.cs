using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Operations;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Benchmarks;

/// <summary>
/// What each probe costs, in two ways. The same run with it and without any, round after round by turns: all that it slows, but
/// a busy machine blurs it by a tenth. And, within the run with it, the whole run by the run without the moments in which the
/// probe worked: hardly blurred. Both in processor time, not by the clock.
/// </summary>
public static class ProbeCost
{
    private const int Rounds = 3;

    /// <param name="name">Only the runs whose names begin so; all of them when empty.</param>
    public static int Measure(string name = "")
    {
        TorchRuntime.Initialize();
        Console.WriteLine($"Time of a run with a probe by that of the run without any (median of {Rounds}, least and most); by its own "
            + "time without the probe's moments; frames, and what one takes.");
        foreach (var (title, config) in Runs().Where(run => run.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        {
            var data = BuiltInDataSets.Get(config.Dataset)!;
            Console.WriteLine($"{title}:");
            Train(config with { Probes = ProbeKinds.For(config.Model, data) }, data);
            Train(config with { Probes = ProbeKinds.For(config.Model, data) }, data);
            foreach (var kind in ProbeKinds.For(config.Model, data))
            {
                Compare(kind, config, data, [kind]);
            }

            Compare("those by default", config, data, ProbeKinds.Default(config.Model, data));
            Compare("all together", config, data, ProbeKinds.For(config.Model, data));
        }

        return 0;
    }

    private static IEnumerable<(string Name, TrainingConfig Config)> Runs()
    {
        yield return ("CNN 8-16, dense 64, on digits", Of("digits", new CnnConfig { Conv = [8, 16], Dense = [64] }, 32, 10) with
        {
            Data = new() { Train = 1_000, Validation = 200 }
        });
        yield return ("GRU 48 on sentences", Of("sentences", new RnnConfig { Cell = Cell.Gru, Hidden = 48 }, 16, 8));
        yield return ("GRU 16 on waves", Of("waves", new RnnConfig { Cell = Cell.Gru, Hidden = 16 }, 32, 5));
        yield return ("GRU 16 on tides", Of("tides", new RnnConfig { Cell = Cell.Gru, Hidden = 16 }, 32, 5) with
        {
            Loss = LossFunction.MeanSquaredError
        });
        yield return ("MLP 2-8-8-2 on circles", Of("circles", new MlpConfig { Hidden = [8, 8], Activation = Activation.Tanh }, 16, 200));
        yield return ("Autoencoder 784-128-32-2 on shapes", Of(
            "shapes", new AutoencoderConfig { Hidden = [128, 32], Code = 2 }, 32, 15) with
        {
            Loss = LossFunction.MeanSquaredError
        });
    }

    private static TrainingConfig Of(string dataSet, ModelConfig model, int batchSize, int epochs) => new()
    {
        Dataset = dataSet,
        Model = model,
        Optimizer = new() { Kind = OptimizerKind.Adam, LearningRate = 0.003 },
        BatchSize = batchSize,
        Epochs = epochs,
        Seed = 1,
    };

    private static void Compare(string name, TrainingConfig config, DataSet data, IReadOnlyList<string> kinds)
    {
        var ratios = new List<double>();
        var within = new List<double>();
        var frame = new List<double>();
        var frames = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (without, _, _) = Train(config with { Probes = [] }, data);
            (var with, var probing, frames) = Train(config with { Probes = kinds }, data);
            ratios.Add(with / without);
            within.Add(with / (with - probing));
            frame.Add(1_000 * probing / frames);
        }

        ratios.Sort();
        within.Sort();
        frame.Sort();
        Console.WriteLine($"  {name,-17} {ratios[Rounds / 2]:0.000} ({ratios[0]:0.000} to {ratios[^1]:0.000})   "
            + $"{within[Rounds / 2]:0.000}   {frames,3} frames of {frame[Rounds / 2],5:0.00} ms");
    }

    // Probes work before the first step, and between an epoch's validation and the next step.
    private static (double Seconds, double Probing, int Frames) Train(TrainingConfig config, DataSet data)
    {
        var sink = new Sink();
        using var run = new TrainingRun(config, data);
        var (all, probing) = (TimeSpan.Zero, TimeSpan.Zero);
        var before = Environment.CpuUsage.TotalTime;
        while (!run.Finished)
        {
            var probes = sink.Validated;
            run.Advance(sink);
            var now = Environment.CpuUsage.TotalTime;
            all += now - before;
            probing += probes && sink.Validated ? now - before : TimeSpan.Zero;
            before = now;
        }

        return (all.TotalSeconds, probing.TotalSeconds, run.Frames);
    }

    private sealed class Sink : ITrainingSink
    {
        public bool Validated { get; private set; } = true;

        public void Point(MetricPoint point) => Validated = point.ValLoss is not null;

        public void Frame(ProbeFrame frame)
        {
        }
    }
}
