using System.Diagnostics;

namespace Classroom.Runs;

/// <summary>
/// A fixed number of dedicated threads that train all runs of this process in turns of about 20 ms: fair between people
/// first and between a person's runs second, so that everybody who presses Train sees a curve move at once.
/// </summary>
public sealed class TrainingScheduler : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(20);

    private readonly object gate = new();
    private readonly List<ScheduledRun> runs = [];
    private readonly Dictionary<int, TimeSpan> timeOfOwner = [];
    private readonly Thread[] threads;
    private bool disposed;

    /// <param name="threadCount">Training threads, at least 1.</param>
    public TrainingScheduler(int threadCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threadCount, 1);
        threads = new Thread[threadCount];
        for (var i = 0; i < threadCount; i++)
        {
            threads[i] = new Thread(TrainInTurns) { Name = $"training {i + 1}", IsBackground = true };
            threads[i].Start();
        }
    }

    public ScheduledRun Add(ScheduledRunOptions options)
    {
        var run = new ScheduledRun(options);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            // A newcomer starts level with whoever has had least: neither behind nor with a debt owed to her.
            timeOfOwner.TryAdd(run.OwnerId, timeOfOwner.Count > 0 ? timeOfOwner.Values.Min() : TimeSpan.Zero);
            runs.Add(run);
            Monitor.PulseAll(gate);
        }

        return run;
    }

    public void Pause(ScheduledRun run)
    {
        lock (gate)
        {
            run.Paused = true;
            Monitor.PulseAll(gate);
        }
    }

    public void Resume(ScheduledRun run)
    {
        lock (gate)
        {
            run.Paused = false;
            run.InTurn = false;
            // Whoever took the free place meanwhile keeps it.
            if (runs.Remove(run))
            {
                runs.Add(run);
            }

            Monitor.PulseAll(gate);
        }
    }

    public void Stop(ScheduledRun run)
    {
        lock (gate)
        {
            run.RequestStop();
            if (!run.Executing && runs.Contains(run))
            {
                run.End(new RunEnding(RunEndingKind.Stopped, null));
                Remove(run);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            Monitor.PulseAll(gate);
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        foreach (var run in runs)
        {
            run.End(new RunEnding(RunEndingKind.Stopped, null));
        }
    }

    private void TrainInTurns()
    {
        LowPriority.SetForThisThread();
        while (TakeNext() is { } run)
        {
            var start = Stopwatch.GetTimestamp();
            var ended = run.Train(Slice);
            lock (gate)
            {
                run.Executing = false;
                timeOfOwner[run.OwnerId] += Stopwatch.GetElapsedTime(start);
                if (ended)
                {
                    Remove(run);
                }

                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits for a run whose turn it is; null when the scheduler is disposed.</summary>
    private ScheduledRun? TakeNext()
    {
        lock (gate)
        {
            while (!disposed)
            {
                if (Next() is { } run)
                {
                    run.Executing = true;
                    run.InTurn = true;
                    return run;
                }

                Monitor.Wait(gate);
            }

            return null;
        }
    }

    private ScheduledRun? Next()
    {
        ScheduledRun? next = null;
        var places = new Dictionary<int, int>();
        foreach (var run in runs)
        {
            if (run.Paused && !run.StopRequested)
            {
                continue;
            }

            // The first so many of each person train, the others wait.
            var taken = places.GetValueOrDefault(run.OwnerId);
            if (taken >= run.MaxConcurrentOfOwner)
            {
                continue;
            }

            places[run.OwnerId] = taken + 1;
            if (!run.Executing && (next is null || IsBefore(run, next)))
            {
                next = run;
            }
        }

        return next;
    }

    private bool IsBefore(ScheduledRun run, ScheduledRun other)
    {
        var (mine, theirs) = (timeOfOwner[run.OwnerId], timeOfOwner[other.OwnerId]);
        return run.OwnerId == other.OwnerId ? run.TrainingTime < other.TrainingTime : mine < theirs;
    }

    private void Remove(ScheduledRun run)
    {
        runs.Remove(run);
        if (!runs.Exists(other => other.OwnerId == run.OwnerId))
        {
            timeOfOwner.Remove(run.OwnerId);
        }
    }
}
