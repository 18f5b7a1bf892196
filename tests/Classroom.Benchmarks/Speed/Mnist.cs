using System.Diagnostics;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using Classroom.Training.Loop;
using Classroom.Training.Operations;
using Classroom.Training.Probes;
using Classroom.Training.Settings;

namespace Classroom.Benchmarks;

/// <summary>
/// How well the lab's networks read real handwritten digits, imported from a folder with two IDX files of the MNIST family.
/// </summary>
public static class Mnist
{
    public static int Measure(string folder)
    {
        TorchRuntime.Initialize();
        var files = Directory.GetFiles(folder)
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), (Stream)File.OpenRead(file)))
            .ToList();
        using var import = DataSetImport.Read(files, new ImportOptions { Title = "Handwritten digits" }, new ImportLimits());
        if (import.DataSet is not { } staged)
        {
            Console.Error.WriteLine(string.Join("\n", import.Errors.Select(error => $"{error.File}: {error.Message}")));
            return 1;
        }

        var data = staged.Load();
        Console.WriteLine(data.Description);
        var contract = new TrainingConfig
        {
            Dataset = data.Id,
            Model = new CnnConfig { Conv = [8, 16], Dense = [64] },
            Optimizer = new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
            BatchSize = 32,
            Epochs = 5,
            Seed = 42,
        };
        Train("the CNN of the contract", contract, data);
        Train("a larger CNN with dropout and steps along a cosine", contract with
        {
            Model = new CnnConfig { Conv = [16, 32], Kernel = 5, Dense = [128], Dropout = 0.4 },
            Optimizer = new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.002 },
            Schedule = LearningRateSchedule.Cosine,
            Epochs = 8,
        }, data);
        return 0;
    }

    private static void Train(string name, TrainingConfig config, DataSet data)
    {
        using var run = new TrainingRun(config, data);
        var accuracies = new Accuracies();
        var start = Stopwatch.GetTimestamp();
        while (!run.Finished)
        {
            run.Advance(accuracies);
        }

        Console.WriteLine($"{name}: {string.Join(", ", accuracies.Shares.Select(share => $"{share:0.0000}"))} of the validation digits "
            + $"after each epoch, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
    }

    private sealed class Accuracies : ITrainingSink
    {
        public List<float> Shares { get; } = [];

        public void Point(MetricPoint point)
        {
            if (point.ValAccuracy is { } share)
            {
                Shares.Add(share);
            }
        }

        public void Frame(ProbeFrame frame)
        {
        }
    }
}
