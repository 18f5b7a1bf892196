namespace Classroom.Runs.Execution;

/// <summary>Works out what the runs of a process can expect, from what is measured of each and from how they share the threads.</summary>
/// <param name="Runs">All that are not paused, in the order in which they came, and those of a trial one after the other.</param>
/// <param name="Threads">Training threads that they share.</param>
internal sealed record TrainingLine(IReadOnlyList<RunInLine> Runs, int Threads)
{
    /// <summary>Plays the line of the run's owner through to the run's end; the others are taken to train on beside her.</summary>
    public RunForecast Forecast(RunInLine run)
    {
        var shares = new ThreadShares(Runs, Threads, run);
        var own = Runs.Where(other => other.OwnerId == run.OwnerId).Select(other => new Runner(other)).ToList();
        var asked = own.Find(runner => ReferenceEquals(runner.Run, run))!;
        var training = Training(own);
        int? place = training.Contains(asked) ? null : own.Except(training).ToList().IndexOf(asked) + 1;
        own.ForEach(runner => runner.Measure(shares.Speed(training.Count)));
        double time = 0;
        double? start = null;
        while (true)
        {
            start ??= training.Contains(asked) ? time : null;
            // Where nobody knows when one of them ends, nobody knows when the next begins; beside one who has begun it trains on.
            if (start is null ? training.Exists(runner => runner.IsUnknown) : asked.IsUnknown)
            {
                return new(place, place is null ? null : Seconds(start), null);
            }

            var next = training.MinBy(runner => runner.SecondsLeft)!;
            var worked = next.SecondsLeft;
            time += worked / shares.Speed(training.Count);
            if (next == asked)
            {
                return new(place, place is null ? null : Seconds(start), Seconds(time));
            }

            training.ForEach(runner => runner.SecondsLeft -= worked);
            own.Remove(next);
            training = Training(own);
        }
    }

    private static List<Runner> Training(IEnumerable<Runner> line)
    {
        var places = new TrainingPlaces();
        return [.. line.Where(runner => places.Take(runner.Run.OwnerId, runner.Run.MaxConcurrentOfOwner, runner.Run.Trial))];
    }

    private static int? Seconds(double? seconds) =>
        seconds is { } known ? (int)Math.Min(Math.Ceiling(Math.Round(known, 3)), int.MaxValue) : null;

    private sealed class Runner(RunInLine run)
    {
        public RunInLine Run => run;

        /// <summary>What it still takes of a thread that it has for itself; infinite where nobody knows.</summary>
        public double SecondsLeft { get; set; }

        public bool IsUnknown => double.IsPositiveInfinity(SecondsLeft);

        /// <param name="speed">The part of a thread that a training run has had so far.</param>
        public void Measure(double speed) => SecondsLeft =
            (run.StepsASecond is { } pace ? run.StepsLeft / pace * speed : run.StepsLeft * run.SecondsAStep) ?? double.PositiveInfinity;
    }
}
