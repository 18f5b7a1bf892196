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
    private TimeSpan served;
    private long turns;
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
            // A newcomer has the next turn; what she has not had before is no debt (see TakeNext).
            timeOfOwner.TryAdd(run.OwnerId, TimeSpan.Zero);
            runs.Add(run);
            Monitor.PulseAll(gate);
        }

        return run;
    }

    /// <summary>Gives the run's place to the next one of its owner. The task completes when the run stands still.</summary>
    public Task PauseAsync(ScheduledRun run)
    {
        lock (gate)
        {
            run.Paused = true;
            Monitor.PulseAll(gate);
            return run.AtRest();
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

    /// <summary>Ends the run as stopped, at once or after the step it is at.</summary>
    public void Stop(ScheduledRun run) => End(run, new RunEnding(RunEndingKind.Stopped, null));

    /// <summary>Lets go of the run without an ending, for another holder to go on with it.</summary>
    public void Abandon(ScheduledRun run) => End(run, null);

    /// <summary>Forgets what has been stored of the run; one that was held back for want of room goes on.</summary>
    public void Forget(ScheduledRun run, int points, int frames)
    {
        run.Forget(points, frames);
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for the slices under way and lets go of all runs: they have not ended, and go on in the next process.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            foreach (var run in runs)
            {
                run.RequestEnd(null);
            }

            Monitor.PulseAll(gate);
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        lock (gate)
        {
            foreach (var run in runs.ToList())
            {
                Finish(run);
            }
        }
    }

    private void End(ScheduledRun run, RunEnding? ending)
    {
        lock (gate)
        {
            if (runs.Contains(run))
            {
                run.RequestEnd(ending);
                if (!run.Executing)
                {
                    Finish(run);
                }
            }
        }
    }

    private void TrainInTurns()
    {
        LowPriority.SetForThisThread();
        while (TakeNext() is { } run)
        {
            var start = Stopwatch.GetTimestamp();
            run.Train(Slice);
            lock (gate)
            {
                run.Executing = false;
                timeOfOwner[run.OwnerId] += Stopwatch.GetElapsedTime(start);
                if (run.EndRequested)
                {
                    Finish(run);
                }

                run.Rest();
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
                    // Who has paused or waited is served first, but only once: nobody makes up for time she did not train.
                    var time = timeOfOwner[run.OwnerId];
                    served = time > served ? time : served;
                    timeOfOwner[run.OwnerId] = served;
                    run.Turn = ++turns;
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
            if (run.Paused)
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
            if (!run.Executing && !run.IsFull && (next is null || IsBefore(run, next)))
            {
                next = run;
            }
        }

        return next;
    }

    private bool IsBefore(ScheduledRun run, ScheduledRun other) => run.OwnerId == other.OwnerId
        ? run.Turn < other.Turn
        : timeOfOwner[run.OwnerId] < timeOfOwner[other.OwnerId];

    private void Finish(ScheduledRun run)
    {
        run.Finish();
        runs.Remove(run);
        if (!runs.Exists(other => other.OwnerId == run.OwnerId))
        {
            timeOfOwner.Remove(run.OwnerId);
        }

        Monitor.PulseAll(gate);
    }
}
