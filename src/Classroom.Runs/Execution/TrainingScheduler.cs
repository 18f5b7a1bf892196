namespace Classroom.Runs.Execution;

/// <summary>
/// A fixed number of dedicated threads that train all runs of this process in turns of about 20 ms: fair between people
/// first and between a person's runs second, so that everybody who presses Train sees a curve move at once.
/// </summary>
public sealed partial class TrainingScheduler : IDisposable
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
            // A newcomer has the next turn; what she has not had before is no debt (see TakeNext).
            timeOfOwner.TryAdd(run.OwnerId, TimeSpan.Zero);
            JoinLine(run);
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
                JoinLine(run);
            }

            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends the run as stopped, at once or after the step it is at.</summary>
    public void Stop(ScheduledRun run) => End(run, new RunEnding(RunEndingKind.Stopped, null));

    /// <summary>Lets go of the run without an ending, for another holder to go on with it.</summary>
    public void Abandon(ScheduledRun run) => End(run, null);

    /// <summary>Turns of all threads together.</summary>
    internal double TurnsASecond => threads.Length / Slice.TotalSeconds;

    /// <summary>All that have not ended.</summary>
    internal IReadOnlyList<ScheduledRun> Runs
    {
        get
        {
            lock (gate)
            {
                return [.. runs];
            }
        }
    }

    /// <summary>Runs that take turns at this moment.</summary>
    public int RunsInTurn
    {
        get
        {
            lock (gate)
            {
                return runs.Count(run => run.InTurn && !run.Paused);
            }
        }
    }

    /// <summary>What a run can expect, as things stand.</summary>
    public RunForecast Forecast(ScheduledRun run)
    {
        lock (gate)
        {
            if (run.Paused || !runs.Contains(run))
            {
                return RunForecast.None;
            }

            var line = runs.Where(other => !other.Paused).ToDictionary(other => other, other => other.InLine());
            var likeIt = line.Where(other => other.Key.SimilarityKey is not null).ToLookup(other => other.Key.SimilarityKey, other => other.Value.SecondsAStep);
            var known = line.Select(entry => (entry.Key, entry.Value with { SecondsAStep = entry.Value.SecondsAStep ?? likeIt[entry.Key.SimilarityKey].Average() })).ToList();
            return new TrainingLine([.. known.Select(entry => entry.Item2)], threads.Length).Forecast(known.Find(entry => entry.Key == run).Item2);
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

    /// <summary>Forgets what has been stored of the run; one that was held back for want of room goes on.</summary>
    public void Forget(ScheduledRun run, int points, int frames, SavedRun? checkpoint = null)
    {
        run.Forget(points, frames, checkpoint);
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

    /// <summary>At its end, or behind its trial: else a run that came between would take the place from those that train in it already.</summary>
    private void JoinLine(ScheduledRun run)
    {
        var trial = run.Trial is null ? -1 : runs.FindLastIndex(other => other.Trial == run.Trial && !other.Paused);
        runs.Insert(trial < 0 ? runs.Count : trial + 1, run);
    }

    private void End(ScheduledRun run, RunEnding? ending)
    {
        lock (gate)
        {
            if (runs.Contains(run))
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
        FreedMemory.Want();
        runs.Remove(run);
        if (!runs.Exists(other => other.OwnerId == run.OwnerId))
        {
            timeOfOwner.Remove(run.OwnerId);
        }

        Monitor.PulseAll(gate);
    }
}
