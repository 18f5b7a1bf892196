namespace Classroom.Runs.Execution;

/// <summary>
/// Whose turn it is: fair between people first, by the time of a processor that they had, and between a person's runs second. All of it
/// is under the lock of the <see cref="TrainingScheduler"/>, but for <see cref="TurnCount"/>.
/// </summary>
internal sealed class TurnOrder
{
    private readonly List<ScheduledRun> runs = [];
    private readonly Dictionary<int, TimeSpan> timeOfOwner = [];

    // Apart, because who demonstrates runs ahead of the class.
    private TimeSpan servedTeachers;
    private TimeSpan servedStudents;
    private long turns;

    /// <summary>All that have not ended, in the order in which they came, and those of a trial one after the other.</summary>
    public IReadOnlyList<ScheduledRun> Runs => runs;

    /// <summary>Turns that runs have had.</summary>
    public long TurnCount => Interlocked.Read(ref turns);

    /// <summary>A newcomer has the next turn; what she has not had before is no debt (see <see cref="TakeNext"/>).</summary>
    public void Add(ScheduledRun run)
    {
        timeOfOwner.TryAdd(run.OwnerId, TimeSpan.Zero);
        Insert(run);
    }

    /// <summary>Puts a run that was paused behind the others: whoever took its place meanwhile keeps it.</summary>
    public void AddAgain(ScheduledRun run)
    {
        if (runs.Remove(run))
        {
            Insert(run);
        }
    }

    public void Remove(ScheduledRun run)
    {
        runs.Remove(run);
        if (!runs.Exists(other => other.OwnerId == run.OwnerId))
        {
            timeOfOwner.Remove(run.OwnerId);
        }
    }

    /// <summary>The turn of a run is over.</summary>
    /// <param name="run">The run, which has not been removed.</param>
    /// <param name="time">What it took of a processor.</param>
    public void Charge(ScheduledRun run, TimeSpan time) => timeOfOwner[run.OwnerId] += time;

    /// <summary>Gives the next run its turn; null where none can train now.</summary>
    public ScheduledRun? TakeNext(bool afterDemonstration)
    {
        if (Next(afterDemonstration) is not { } run)
        {
            return null;
        }

        // Whoever has paused or waited is served first, but only once: time in which she did not train is not made up for.
        ref var served = ref (run.IsDemonstration ? ref servedTeachers : ref servedStudents);
        var time = timeOfOwner[run.OwnerId];
        served = time > served ? time : served;
        timeOfOwner[run.OwnerId] = served;
        run.Turn = ++turns;
        run.Executing = true;
        run.InTurn = true;
        return run;
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

    /// <summary>
    /// At the end, or behind its trial: else a run that came between would take the place from those that train in it already.
    /// </summary>
    private void Insert(ScheduledRun run)
    {
        var trial = run.Trial is null ? -1 : runs.FindLastIndex(other => other.Trial == run.Trial && !other.Paused);
        runs.Insert(trial < 0 ? runs.Count : trial + 1, run);
    }
}
