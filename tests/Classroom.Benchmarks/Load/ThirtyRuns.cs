using System.Diagnostics;
using Classroom.Runs.Live;
using Classroom.School;
using Classroom.Training.Settings;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Benchmarks;

/// <summary>
/// Thirty students press Train at the same moment, and each watches her run: the CNN of the contract on the drawn digits.
/// What they get is set against a run that has the same machine for itself just before and just after.
/// </summary>
public static class ThirtyRuns
{
    private const int Students = 30;

    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(8);
    private static readonly int[] Moments = [10, 15, 20, 25, 30];

    public static async Task<int> MeasureAsync(int threads)
    {
        await using var classroom = await BenchClassroom.StartAsync(threads);
        await AloneAsync(classroom);
        var before = await AloneAsync(classroom);
        var owners = new List<Actor>();
        for (var i = 0; i < Students; i++)
        {
            owners.Add(await classroom.AddStudentAsync());
        }

        var start = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(owners.Select(owner => StartAsync(classroom, owner, start)));
        Console.WriteLine($"{Students} runs on {threads} thread(s)");
        Console.WriteLine($"  run stored: {Range(runs.Select(run => run.Created.TotalSeconds))} s after the click, first point: "
            + $"{Range(runs.Select(run => run.FirstPoint.TotalSeconds))} s");
        var (sum, since) = (0, TimeSpan.Zero);
        foreach (var moment in Moments)
        {
            var wait = TimeSpan.FromSeconds(moment) - Stopwatch.GetElapsedTime(start);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            var steps = runs.Select(run => run.Watch.Live.Read(int.MaxValue, int.MaxValue).Status.Step).ToList();
            Console.WriteLine($"  after {moment} s: {steps.Average():0.0} steps on average, {steps.Min()} to {steps.Max()}, slowest "
                + $"{steps.Min() / steps.Average():0.00} of the mean");
            if (moment == Moments[0])
            {
                (sum, since) = (steps.Sum(), Stopwatch.GetElapsedTime(start));
            }
            else if (moment == Moments[^1])
            {
                (sum, since) = (steps.Sum() - sum, Stopwatch.GetElapsedTime(start) - since);
            }
        }

        await using (var db = classroom.OpenContext())
        {
            var writes = await db.RunChunks.CountAsync();
            Console.WriteLine($"  writes: {writes / Stopwatch.GetElapsedTime(start).TotalSeconds:0} a second");
        }

        var outlook = runs[0].Watch.Live.Read(int.MaxValue, int.MaxValue).Status;
        Console.WriteLine($"  time left as told: {outlook.ExpectedEnd} s for {outlook.Steps - outlook.Step} steps");
        await ControlAsync(classroom, owners, runs);
        foreach (var (owner, run) in owners.Zip(runs))
        {
            await run.Watch.DisposeAsync();
            await classroom.Runs.StopAsync(owner, run.Id);
        }

        var single = (before + await AloneAsync(classroom)) / 2;
        Console.WriteLine($"  all together {sum / since.TotalSeconds:0} steps/s; a single run {single:0} steps/s; ratio to single × "
            + $"threads {sum / since.TotalSeconds / (single * threads):0.00}");
        return 0;
    }

    /// <summary>How long pause, going on and stop take while all others train.</summary>
    private static async Task ControlAsync(
        BenchClassroom classroom, List<Actor> owners, (Guid Id, RunWatch Watch, TimeSpan Created, TimeSpan FirstPoint)[] runs)
    {
        var (pause, resume, stop) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < 10; i++)
        {
            pause.Add(await TimeAsync(() => classroom.Runs.PauseAsync(owners[i], runs[i].Id)));
            resume.Add(await TimeAsync(() => classroom.Runs.ResumeAsync(owners[i], runs[i].Id)));
            stop.Add(await TimeAsync(() => classroom.Runs.StopAsync(owners[i], runs[i].Id)));
        }

        Console.WriteLine($"  pause {Range(pause)} ms, go on {Range(resume)} ms, stop {Range(stop)} ms");
    }

    private static async Task<double> TimeAsync(Func<Task<Refusal?>> act)
    {
        var start = Stopwatch.GetTimestamp();
        var refusal = await act();
        return refusal is null ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException(refusal.Message);
    }

    private static async Task<(Guid Id, RunWatch Watch, TimeSpan Created, TimeSpan FirstPoint)> StartAsync(
        BenchClassroom classroom, Actor owner, long start)
    {
        var id = await classroom.CreateAsync(owner, Config(owner.UserId));
        var created = Stopwatch.GetElapsedTime(start);
        var watch = (await classroom.Runs.WatchAsync(owner, id))!;
        while (watch.Live.Read(0, 0) is { Points.Count: 0 } news)
        {
            await news.More;
        }

        return (id, watch, created, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Steps a second of one run that has everything for itself, with a viewer as the others have.</summary>
    private static async Task<double> AloneAsync(BenchClassroom classroom)
    {
        var owner = await classroom.AddStudentAsync();
        var (id, watch, _, _) = await StartAsync(classroom, owner, Stopwatch.GetTimestamp());
        var (first, start) = (watch.Live.Read(int.MaxValue, int.MaxValue).Status.Step, Stopwatch.GetTimestamp());
        await Task.Delay(Alone);
        var pace = (watch.Live.Read(int.MaxValue, int.MaxValue).Status.Step - first) / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await watch.DisposeAsync();
        await classroom.Runs.StopAsync(owner, id);
        return pace;
    }

    private static TrainingConfig Config(int seed) => new()
    {
        Dataset = "digits",
        Model = new CnnConfig { Conv = [8, 16], Dense = [64] },
        Optimizer = new OptimizerConfig { Kind = OptimizerKind.Adam, LearningRate = 0.001 },
        BatchSize = 32,
        Epochs = 100,
        Seed = seed,
    };

    private static string Range(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return $"{sorted[0]:0.00} to {sorted[^1]:0.00}";
    }
}
