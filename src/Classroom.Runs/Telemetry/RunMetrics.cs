using System.Diagnostics.Metrics;
using Classroom.Runs.Execution;
using Classroom.School.Runs;

namespace Classroom.Runs.Telemetry;

/// <summary>
/// What this node counts and measures of runs, under names by OpenTelemetry's conventions: nothing of whose runs they are.
/// </summary>
public sealed class RunMetrics
{
    public const string MeterName = "Classroom.Runs";

    private static readonly string[] States = ["queued", "running", "paused"];

    // Seconds, from "at once" to "a class before us trains".
    private static readonly double[] WaitBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

    private readonly TimeProvider clock;
    private readonly Meter meter;
    private readonly Counter<long> points;
    private readonly Histogram<double> waitTime;

    public RunMetrics(IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        meter = meters.Create(MeterName);
        points = meter.CreateCounter<long>("classroom.run.points", "{point}", "Points of curves that were stored.");
        waitTime = meter.CreateHistogram(
            "classroom.run.wait_time",
            "s",
            "Time from the creation of a run until its first step is stored.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = WaitBoundaries });
    }

    /// <summary>Reads from the scheduler whenever somebody collects: training itself pays nothing.</summary>
    internal void Observe(TrainingScheduler scheduler)
    {
        meter.CreateObservableUpDownCounter("classroom.run.count", () => CountByState(scheduler), "{run}", "Runs on this node that go on.");
        meter.CreateObservableCounter("classroom.run.slices", () => scheduler.SliceCount, "{slice}", "Turns of runs on a training thread.");
    }

    /// <param name="run">The row as it was before.</param>
    /// <param name="count">Points that were stored now.</param>
    internal void PointsStored(Run run, int count)
    {
        if (count == 0)
        {
            return;
        }

        points.Add(count);
        if (run.Points == 0)
        {
            // Another node's clock may have written when it was created.
            waitTime.Record(Math.Max(0, (clock.GetUtcNow().UtcDateTime - run.CreatedUtc).TotalSeconds));
        }
    }

    private static IEnumerable<Measurement<int>> CountByState(TrainingScheduler scheduler)
    {
        var states = scheduler.Runs.CountBy(run => run.Paused ? "paused" : run.InTurn ? "running" : "queued").ToDictionary();
        return States.Select(state =>
            new Measurement<int>(states.GetValueOrDefault(state), KeyValuePair.Create<string, object?>("classroom.run.state", state)));
    }
}
