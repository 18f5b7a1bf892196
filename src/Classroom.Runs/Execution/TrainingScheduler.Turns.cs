using Classroom.Training.Operations;

namespace Classroom.Runs.Execution;

// Whose turn it is.
public sealed partial class TrainingScheduler
{
    // Apart, because who demonstrates runs ahead of the class.
    private TimeSpan servedTeachers;
    private TimeSpan servedStudents;
    private long turns;

    /// <summary>Turns that runs have had, of all threads together.</summary>
    internal long SliceCount => Interlocked.Read(ref turns);

    private void TrainInTurns()
    {
        LowPriority.SetForThisThread();
        // Loading libtorch takes a moment: now, and not while the first student waits.
        TorchRuntime.Initialize();
        var afterDemonstration = false;
        while (TakeNext(afterDemonstration) is { } run)
        {
            afterDemonstration = run.IsDemonstration;
            var time = run.Train(Slice);
            lock (gate)
            {
                run.Executing = false;
                timeOfOwner[run.OwnerId] += time;
                if (run.EndRequested)
                {
                    Finish(run);
                }

                run.Rest();
                Monitor.PulseAll(gate);
            }

            FreedMemory.GiveBack();
        }
    }

    /// <summary>Waits for a run whose turn it is; null when the scheduler is disposed.</summary>
    private ScheduledRun? TakeNext(bool afterDemonstration)
    {
        lock (gate)
        {
            while (!disposed)
            {
                if (Next(afterDemonstration) is { } run)
                {
                    // Who has paused or waited is served first, but only once: nobody makes up for time she did not train.
                    ref var served = ref (run.IsDemonstration ? ref servedTeachers : ref servedStudents);
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

    /// <summary>A demonstration goes first, but on each thread only every second time: the class trains on meanwhile.</summary>
    private ScheduledRun? Next(bool afterDemonstration)
    {
        // Nothing but to be built, for the weights that it ends with.
        if (runs.Find(run => run.AwaitsWeights && !run.Executing) is { } ending)
        {
            return ending;
        }

        var (demonstration, other) = (Next(ready => ready.IsDemonstration), Next(ready => !ready.IsDemonstration));
        return afterDemonstration ? other ?? demonstration : demonstration ?? other;
    }

    private ScheduledRun? Next(Func<ScheduledRun, bool> isWanted)
    {
        ScheduledRun? next = null;
        var places = new TrainingPlaces();
        foreach (var run in runs)
        {
            if (run.Paused || !places.Take(run.OwnerId, run.MaxConcurrentOfOwner, run.Trial))
            {
                continue;
            }

            if (!run.Executing && !run.IsFull && isWanted(run) && (next is null || IsBefore(run, next)))
            {
                next = run;
            }
        }

        return next;
    }

    private bool IsBefore(ScheduledRun run, ScheduledRun other) => run.OwnerId == other.OwnerId
        ? run.Turn < other.Turn
        : timeOfOwner[run.OwnerId] < timeOfOwner[other.OwnerId];
}
