using Classroom.School.Runs;
using Classroom.Training.Settings;

namespace Classroom.Benchmarks;

/// <summary>
/// A thousand short runs one after another through the whole service, every second one on a data set with options of its
/// own, each with a viewer: what stays in memory after the first hundred is a leak.
/// </summary>
public static class ThousandRuns
{
    private const int Runs = 1000;

    public static async Task<int> MeasureAsync()
    {
        await using var classroom = await BenchClassroom.StartAsync(threads: 1);
        var owner = await classroom.AddStudentAsync();
        var (afterHundred, collectedAfterHundred) = (0L, 0L);
        for (var i = 1; i <= Runs; i++)
        {
            var id = await classroom.CreateAsync(owner, Config(i));
            await using (var watch = (await classroom.Runs.WatchAsync(owner, id))!)
            {
                while (watch.Live.Read(int.MaxValue, int.MaxValue) is { Status.State: < RunState.Completed } news)
                {
                    await news.More;
                }
            }

            if (i % 100 == 0)
            {
                var resident = Resident();
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
                var collected = Resident();
                (afterHundred, collectedAfterHundred) = afterHundred == 0 ? (resident, collected) : (afterHundred, collectedAfterHundred);
                Console.WriteLine(
                    $"after {i} runs: {resident / 1e6:0} MB resident, {(double)resident / afterHundred:0.00} of that after the first 100; "
                    + $"without garbage {collected / 1e6:0} MB ({(double)collected / collectedAfterHundred:0.00}), "
                    + $"{GC.GetTotalMemory(forceFullCollection: false) / 1e6:0} MB of them managed");
            }
        }

        return 0;
    }

    private static TrainingConfig Config(int i) => new()
    {
        Dataset = "digits",
        Data = new DataConfig { Train = 200, Validation = i % 2 == 0 ? 50 : 50 + (i % 40) },
        Model = (i % 3) switch
        {
            0 => new CnnConfig { Conv = [8], Dense = [32] },
            1 => new MlpConfig { Hidden = [64] },
            _ => new AutoencoderConfig { Hidden = [32], Code = 4 },
        },
        Loss = i % 3 == 2 ? LossFunction.MeanSquaredError : LossFunction.CrossEntropy,
        Optimizer = new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
        BatchSize = 20,
        Epochs = 2,
        Seed = i,
    };

    /// <summary>VmRSS in bytes.</summary>
    private static long Resident() =>
        long.Parse(File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
}
