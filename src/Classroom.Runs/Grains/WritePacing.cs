using System.Diagnostics;
using Classroom.Runs.Execution;

namespace Classroom.Runs.Grains;

/// <summary>
/// When a grain writes what its run has brought: often enough for a curve that moves, and no more often than the store bears.
/// </summary>
internal sealed class WritePacing(TrainingScheduler scheduler)
{
    /// <summary>
    /// The least time between two writes of a run: about ten a second. A little less than two flushes of the grain, so that the second
    /// one is never too early by a hair.
    /// </summary>
    private static readonly TimeSpan WriteInterval = TimeSpan.FromMilliseconds(95);

    /// <summary>
    /// A store that has failed is asked again after this time. A run that has waited for it that long is held back, so that it costs
    /// no more memory.
    /// </summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// SQLite has one writer at a time: all runs of a process together write so often. A thread brings something at the end of each turn
    /// and not more often, so that only the runs of many threads have to wait for each other.
    /// </summary>
    private const int MaxWritesPerSecond = 100;

    private long wroteAt;
    private long? failingSince;

    public bool IsFailing => failingSince is not null;

    /// <summary>True where the store has failed for so long that the run must wait for it.</summary>
    public bool IsFailingForLong => failingSince is { } since && Stopwatch.GetElapsedTime(since) >= RetryInterval;

    /// <param name="isUrgent">The first point and the end are written at once.</param>
    public bool IsDue(bool isUrgent) => Stopwatch.GetElapsedTime(wroteAt) >=
        (IsFailing ? RetryInterval
        : isUrgent ? TimeSpan.Zero
        : scheduler.TurnsASecond <= MaxWritesPerSecond ? WriteInterval
        : TimeSpan.FromSeconds(Math.Max(WriteInterval.TotalSeconds, (double)scheduler.RunsInTurn / MaxWritesPerSecond)));

    /// <summary>A write begins.</summary>
    public void Begin() => wroteAt = Stopwatch.GetTimestamp();

    public void Fail() => failingSince ??= Stopwatch.GetTimestamp();

    public void Succeed() => failingSince = null;
}
