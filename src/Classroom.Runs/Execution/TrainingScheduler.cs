using Classroom.Training.Operations;

namespace Classroom.Runs.Execution;

/// <summary>
/// A fixed number of dedicated threads that train all runs of this process in short turns (<see cref="TurnOrder"/>), so that
/// everybody who presses Train sees a curve move at once.
/// </summary>
public sealed class TrainingScheduler : IDisposable
{
    /// <summary>A turn on a training thread. With thirty people on one thread, each has her next turn within 0.6 s.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(20);

    private readonly object gate = new();
    private readonly TurnOrder order = new();
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

    /// <summary>Runs that take turns at this moment.</summary>
    public int RunsInTurn
    {
        get
        {
            lock (gate)
            {
                return order.Runs.Count(run => run.InTurn && !run.Paused);
            }
        }
    }

    /// <summary>Turns of all threads together.</summary>
    internal double TurnsASecond => threads.Length / Slice.TotalSeconds;

    /// <summary>Turns that runs have had, of all threads together.</summary>
    internal long SliceCount => order.TurnCount;

    /// <summary>All that have not ended.</summary>
    internal IReadOnlyList<ScheduledRun> Runs
    {
        get
        {
            lock (gate)
            {
                return [.. order.Runs];
            }
        }
    }

    public ScheduledRun Add(ScheduledRunOptions options)
    {
        var run = new ScheduledRun(options);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            order.Add(run);
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
            return run.WhenIdle();
        }
    }

    public void Resume(ScheduledRun run)
    {
        lock (gate)
        {
            run.Paused = false;
            run.InTurn = false;
            order.AddAgain(run);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends the run as stopped, at once or after the step it is at.</summary>
    public void Stop(ScheduledRun run) => End(run, new RunEnding(RunEndingKind.Stopped, null));

    /// <summary>Lets go of the run without an ending, for another holder to go on with it.</summary>
    public void Abandon(ScheduledRun run) => End(run, null);

    /// <summary>What a run can expect, as things stand.</summary>
    public RunForecast Forecast(ScheduledRun run)
    {
        lock (gate)
        {
            if (run.Paused || !order.Runs.Contains(run))
            {
                return RunForecast.None;
            }

            var line = order.Runs.Where(other => !other.Paused).ToDictionary(other => other, other => other.InLine());
            var similar = line.Where(other => other.Key.SimilarityKey is not null)
                .ToLookup(other => other.Key.SimilarityKey, other => other.Value.SecondsAStep);
            var known = line.ToDictionary(
                entry => entry.Key,
                entry => entry.Value with { SecondsAStep = entry.Value.SecondsAStep ?? similar[entry.Key.SimilarityKey].Average() });
            return new TrainingLine([.. known.Values], threads.Length).Forecast(known[run]);
        }
    }

    /// <summary>Holds a run back while nothing of it can be stored, or has it go on.</summary>
    public void Hold(ScheduledRun run, bool held)
    {
        lock (gate)
        {
            run.Held = held;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Drops what has been stored of the run; one that was held back for want of room goes on.</summary>
    public void Acknowledge(ScheduledRun run, int points, int frames, SavedRun? checkpoint = null)
    {
        run.Acknowledge(points, frames, checkpoint);
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
            foreach (var run in order.Runs)
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
            foreach (var run in order.Runs.ToList())
            {
                Finish(run);
            }
        }
    }

    private void TrainInTurns()
    {
        LowPriority.SetForThisThread();
        // Loading libtorch takes a moment: now, and not while the first student waits.
        TorchRuntime.Initialize();
        var afterDemonstration = false;
        while (WaitForNext(afterDemonstration) is { } run)
        {
            afterDemonstration = run.IsDemonstration;
            var time = run.Train(Slice);
            lock (gate)
            {
                run.Executing = false;
                order.Charge(run, time);
                if (run.EndRequested)
                {
                    Finish(run);
                }

                run.SetIdle();
                Monitor.PulseAll(gate);
            }

            FreedMemory.ReturnToSystem();
        }
    }

    /// <summary>Waits for a run whose turn it is; null when the scheduler is disposed.</summary>
    private ScheduledRun? WaitForNext(bool afterDemonstration)
    {
        lock (gate)
        {
            while (!disposed)
            {
                if (order.TakeNext(afterDemonstration) is { } run)
                {
                    return run;
                }

                Monitor.Wait(gate);
            }

            return null;
        }
    }

    private void End(ScheduledRun run, RunEnding? ending)
    {
        lock (gate)
        {
            if (order.Runs.Contains(run))
            {
                run.RequestEnd(ending);
                if (!run.Executing && !run.AwaitsWeights)
                {
                    Finish(run);
                }

                Monitor.PulseAll(gate);
            }
        }
    }

    private void Finish(ScheduledRun run)
    {
        run.Finish();
        FreedMemory.Request();
        order.Remove(run);
        Monitor.PulseAll(gate);
    }
}
