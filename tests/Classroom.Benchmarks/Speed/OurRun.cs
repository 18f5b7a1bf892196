using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Probes;
using Classroom.Training.Settings;

namespace Classroom.Benchmarks;

/// <summary>
/// A run as a class sees it: with metrics, validation and its default probes, three viewers who read new points and frames ten
/// times a second and turn them into JSON, and a checkpoint every five seconds, hashed and written to disk.
/// </summary>
public sealed class OurRun : IDisposable, ITrainingSink
{
    private const int Viewers = 3;

    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(5);

    private readonly TrainingRun run;
    private readonly Lock gate = new();
    private readonly List<MetricPoint> points = [];
    private readonly List<ProbeFrame> frames = [];
    private readonly CancellationTokenSource leaving = new();
    private readonly Task[] viewers;
    private readonly string checkpoint = Path.GetTempFileName();
    private long lastCheckpoint = Stopwatch.GetTimestamp();

    public OurRun(TrainingConfig config, DataSet data)
    {
        run = new TrainingRun(config, data);
        viewers = [.. Enumerable.Range(0, Viewers).Select(_ => Task.Run(WatchAsync))];
    }

    /// <summary>So many steps, and the validation and the probes that belong to them.</summary>
    public void Train(int steps)
    {
        for (var until = run.Step + steps; run.Step < until || !run.CanSave;)
        {
            run.Advance(this);
            if (run.CanSave && Stopwatch.GetElapsedTime(lastCheckpoint) > BetweenCheckpoints)
            {
                var bytes = run.Save();
                File.WriteAllBytes(checkpoint, [.. SHA256.HashData(bytes), .. bytes]);
                lastCheckpoint = Stopwatch.GetTimestamp();
            }
        }
    }

    public void Point(MetricPoint point)
    {
        lock (gate)
        {
            points.Add(point);
        }
    }

    public void Frame(ProbeFrame frame)
    {
        lock (gate)
        {
            frames.Add(frame);
        }
    }

    public void Dispose()
    {
        leaving.Cancel();
        Task.WaitAll(viewers);
        leaving.Dispose();
        run.Dispose();
        File.Delete(checkpoint);
    }

    private async Task WatchAsync()
    {
        var (pointsSeen, framesSeen) = (0, 0);
        while (!leaving.IsCancellationRequested)
        {
            await Task.Delay(BetweenReads, leaving.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            List<MetricPoint> newPoints;
            List<ProbeFrame> newFrames;
            lock (gate)
            {
                (newPoints, newFrames) = (points[pointsSeen..], frames[framesSeen..]);
            }

            _ = JsonSerializer.SerializeToUtf8Bytes(
                newPoints.Select(point => new { point.Sequence, point.Step, point.Epoch, point.TrainAccuracy, point.ValAccuracy }));
            _ = JsonSerializer.SerializeToUtf8Bytes(newFrames);
            (pointsSeen, framesSeen) = (pointsSeen + newPoints.Count, framesSeen + newFrames.Count);
        }
    }
}
