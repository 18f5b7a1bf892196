using System.Diagnostics;
using Classroom.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Benchmarks;

/// <summary>
/// The CNN 1-8-16-64-10 on the drawn digits, batch 32, Adam, on one thread: our run, with its metrics, validation and probes,
/// against the shortest loop that trains the same network. Rounds take turns, so that a busy machine slows both.
/// </summary>
public static class BareLoop
{
    private const int BatchSize = 32;
    private const int StepsARound = 100;
    private const int Rounds = 9;

    public static int Compare()
    {
        TorchRuntime.Initialize();
        var data = BuiltInDataSets.Get("digits")!;
        using var ours = new OurRun(data);
        using var bare = new Bare(data);
        ours.Train(StepsARound);
        bare.Train(StepsARound);
        var ratios = new List<double>();
        var (ourTime, bareTime) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            var mine = Time(() => ours.Train(StepsARound));
            var theirs = Time(() => bare.Train(StepsARound));
            ratios.Add(theirs / mine);
            (ourTime, bareTime) = (ourTime + mine, bareTime + theirs);
        }

        ratios.Sort();
        const double Steps = StepsARound * Rounds;
        Console.WriteLine($"CNN, batch {BatchSize}: ours {Steps / ourTime.TotalSeconds:0} steps/s, bare loop {Steps / bareTime.TotalSeconds:0} steps/s, ratio {ratios[Rounds / 2]:0.00} (median of {Rounds}, {ratios[0]:0.00} to {ratios[^1]:0.00})");
        return 0;
    }

    private static TimeSpan Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }

    private sealed class OurRun : IDisposable, ITrainingSink
    {
        private readonly TrainingRun run;

        public OurRun(DataSet data) => run = new TrainingRun(
            new TrainingConfig
            {
                Dataset = data.Id,
                Model = new CnnConfig { Conv = [8, 16], Dense = [64] },
                Optimizer = new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
                BatchSize = BatchSize,
                Epochs = 100,
                Seed = 1,
            },
            data);

        public void Train(int steps)
        {
            for (var until = run.Step + steps; run.Step < until;)
            {
                run.Advance(this);
            }
        }

        public void Point(MetricPoint point)
        {
        }

        public void Frame(ProbeFrame frame)
        {
        }

        public void Dispose() => run.Dispose();
    }

    private sealed class Bare : IDisposable
    {
        private readonly nn.Module<Tensor, Tensor> network = nn.Sequential(
            nn.Conv2d(1, 8, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10));

        private readonly optim.Optimizer optimizer;
        private readonly Tensor pictures;
        private readonly Tensor labels;
        private int at;

        public Bare(DataSet data)
        {
            optimizer = optim.Adam(network.parameters(), 0.001);
            using var bytes = tensor(data.Values[..(data.Train * 784)].ToArray(), dtype: ScalarType.Byte);
            pictures = bytes.to(ScalarType.Float32).div(255).reshape(data.Train, 1, 28, 28);
            labels = tensor(data.Labels[..data.Train].ToArray(), dtype: ScalarType.Int64);
        }

        public void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                at = (at + BatchSize) % (int)(labels.shape[0] - BatchSize);
                var loss = nn.functional.cross_entropy(network.forward(pictures.narrow(0, at, BatchSize)), labels.narrow(0, at, BatchSize));
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }
        }

        public void Dispose()
        {
            network.Dispose();
            optimizer.Dispose();
            pictures.Dispose();
            labels.Dispose();
        }
    }
}
