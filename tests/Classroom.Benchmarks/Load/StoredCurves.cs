using System.Diagnostics;
using Classroom.Runs.Curves;
using Classroom.School.Runs;
using Classroom.Training.Loop;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Benchmarks;

/// <summary>
/// What curves take in a SQLite file: thirty slow runs whose chunks hold three points each, as they are stored while they
/// train, and after they have been put into few chunks. Then how long it takes to read a long one.
/// </summary>
public static class StoredCurves
{
    private const int Runs = 30;
    private const int Points = 3000;
    private const int PointsInAWrite = 3;
    private const int LongRun = 20_000;
    private const int Metrics = 2;

    public static async Task<int> MeasureAsync()
    {
        await using var classroom = await BenchClassroom.OpenAsync();
        var empty = await BytesAsync(classroom);
        var ids = new List<Guid>();
        for (var i = 0; i < Runs; i++)
        {
            ids.Add(await AddAsync(classroom, Points, PointsInAWrite));
        }

        Console.WriteLine($"{Runs} curves of {Points} points with {Metrics} metrics, bytes a point and metric with all that SQLite adds:");
        Console.WriteLine($"  in chunks of {PointsInAWrite}, as they are stored while a slow run trains: "
            + $"{(await BytesAsync(classroom) - empty) / (double)(Runs * Points * Metrics):0.0}");
        foreach (var id in ids)
        {
            await MergeAsync(classroom, id);
        }

        Console.WriteLine(
            $"  after the end, in few chunks: {(await BytesAsync(classroom) - empty) / (double)(Runs * Points * Metrics):0.0}");

        var longRun = await AddAsync(classroom, LongRun, LongRun / 200);
        await MergeAsync(classroom, longRun);
        var times = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var read = (await classroom.Journal.ReadChunksAsync(longRun, 0)).Sum(
                chunk => CurveCodec.Decode(chunk.FirstSequence, chunk.Data).Count);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (read != LongRun)
            {
                throw new InvalidOperationException($"{read} points were read.");
            }
        }

        times.Sort();
        Console.WriteLine($"reading {LongRun} points: median {times[times.Count / 2]:0.0} ms, {times[0]:0.0} to {times[^1]:0.0} ms");
        return 0;
    }

    private static async Task<Guid> AddAsync(BenchClassroom classroom, int points, int inAWrite)
    {
        var run = (await classroom.RunCreator.CreateAsync(
            await classroom.AddStudentAsync(),
            new NewRun { ConfigJson = "{}", DataSetId = "digits", Steps = points, Epochs = 1 })).Value!;
        var token = (await classroom.Journal.TakeTokenAsync(run.Id, new RunEngine("none", "none")))!.Value;
        for (var first = 0; first < points; first += inAWrite)
        {
            var chunk = Enumerable.Range(first, inAWrite)
                .Select(i => new MetricPoint(i, i + 1, i / 125.0, 1f / (i + 1), 0.5f, null, null))
                .ToList();
            await classroom.Journal.AppendAsync(run.Id, token, new RunProgress
            {
                State = first + inAWrite >= points ? RunState.Completed : RunState.Running,
                Step = first + inAWrite,
                Epoch = 1,
                TrainingMilliseconds = first,
                Chunk = new CurveChunk(first, chunk.Count, CurveCodec.Encode(chunk)),
            });
        }

        return run.Id;
    }

    private static async Task MergeAsync(BenchClassroom classroom, Guid id) =>
        await classroom.Journal.ReplaceChunksAsync(id, CurveChunks.Merge(await classroom.Journal.ReadChunksAsync(id, 0))!);

    /// <summary>All pages in use; what was deleted is used again.</summary>
    private static async Task<long> BytesAsync(BenchClassroom classroom)
    {
        await using var db = classroom.OpenContext();
        return await db.Database.SqlQuery<long>(
            $"SELECT (page_count - freelist_count) * page_size AS \"Value\" FROM pragma_page_count, pragma_freelist_count, pragma_page_size")
            .SingleAsync();
    }
}
