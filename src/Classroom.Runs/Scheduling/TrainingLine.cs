namespace Classroom.Runs;

/// <summary>A run in the line, as it stands at one moment.</summary>
internal sealed record RunInLine
{
    public required int OwnerId { get; init; }

    public required bool IsDemonstration { get; init; }

    public required int MaxConcurrentOfOwner { get; init; }

    public required int StepsLeft { get; init; }

    /// <summary>By the clock on the wall; null where it has not trained for long enough.</summary>
    public required double? StepsASecond { get; init; }

    /// <summary>Seconds of training a step takes, measured on it or on a run like it; null where nobody has trained such a one.</summary>
    public required double? SecondsAStep { get; init; }
}

/// <summary>Works out what the runs of a process can expect, from what is measured of each and from how they share the threads.</summary>
/// <param name="Runs">All that are not paused, in the order in which they came.</param>
/// <param name="Threads">Training threads that they share.</param>
internal sealed record TrainingLine(IReadOnlyList<RunInLine> Runs, int Threads)
{
    public RunForecast Forecast(RunInLine run)
    {
        var own = Runs.Where(other => other.OwnerId == run.OwnerId).ToList();
        var place = own.FindIndex(other => ReferenceEquals(other, run)) - run.MaxConcurrentOfOwner + 1;
        if (place <= 0)
        {
            return new(null, null, Seconds(SecondsLeft(run)));
        }

        // Whoever of those that train ends first makes room for the first that waits.
        var ends = own.Take(run.MaxConcurrentOfOwner).Select(SecondsLeft).ToList();
        foreach (var before in own.Skip(run.MaxConcurrentOfOwner).Take(place - 1))
        {
            var start = ends.Min();
            ends.Remove(start);
            ends.Add(start + SecondsLeft(before));
        }

        var ownStart = ends.Contains(null) ? null : ends.Min();
        return new(place, Seconds(ownStart), Seconds(ownStart + SecondsLeft(run)));
    }

    private static int? Seconds(double? seconds) => seconds is { } known ? (int)Math.Min(Math.Ceiling(known), int.MaxValue) : null;

    private double? SecondsLeft(RunInLine run) => run.StepsASecond is { } pace
        ? run.StepsLeft / pace
        : run.StepsLeft * run.SecondsAStep / Share(run);

    /// <summary>The part of one thread that the run has while it trains.</summary>
    private double Share(RunInLine run)
    {
        double students = Owners(demonstrations: false), teachers = Owners(demonstrations: true);
        // A demonstration goes first, but at most every second time.
        var ofTeacher = teachers == 0 ? 0 : Math.Min(1, (students > 0 ? Threads / 2.0 : Threads) / teachers);
        var ofPerson = run.IsDemonstration ? ofTeacher : Math.Min(1, (Threads - (teachers * ofTeacher)) / Math.Max(students, 1));
        var training = Math.Clamp(Runs.Count(other => other.OwnerId == run.OwnerId), 1, run.MaxConcurrentOfOwner);
        return ofPerson / training;
    }

    private int Owners(bool demonstrations) =>
        Runs.Where(run => run.IsDemonstration == demonstrations).Select(run => run.OwnerId).Distinct().Count();
}
