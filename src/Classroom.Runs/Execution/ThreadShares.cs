namespace Classroom.Runs.Execution;

/// <summary>How the training threads are shared between people, as seen by one of them.</summary>
internal sealed class ThreadShares
{
    private readonly List<int> others;
    private readonly double threads;

    /// <param name="line">All runs that are not paused.</param>
    /// <param name="threads">Training threads.</param>
    /// <param name="run">A run of the person.</param>
    public ThreadShares(IReadOnlyList<RunInLine> line, int threads, RunInLine run)
    {
        var places = new TrainingPlaces();
        var people = line.Where(other => places.Take(other.OwnerId, other.MaxConcurrentOfOwner, other.Trial))
            .GroupBy(other => (other.OwnerId, other.IsDemonstration))
            .Select(runs => (runs.Key.OwnerId, runs.Key.IsDemonstration, Count: runs.Count()))
            .ToList();
        var teachers = people.Where(person => person.IsDemonstration).Sum(person => person.Count);
        // A demonstration goes first, but at most every second time.
        var ofTeachers = people.Exists(person => !person.IsDemonstration) ? threads / 2.0 : threads;
        this.threads = run.IsDemonstration ? ofTeachers : threads - Math.Min(teachers, ofTeachers);
        others =
        [
            .. people.Where(person => person.IsDemonstration == run.IsDemonstration && person.OwnerId != run.OwnerId)
                .Select(person => person.Count)
                .Order(),
        ];
    }

    /// <summary>
    /// The part of one thread that each of the person's runs has while so many of them train. A run never has more than one.
    /// </summary>
    public double Speed(int runs)
    {
        // Who needs less than an equal share leaves the rest to the others.
        var (left, people) = (threads, others.Count + 1);
        foreach (var other in others)
        {
            if (other >= left / people)
            {
                break;
            }

            (left, people) = (left - other, people - 1);
        }

        return Math.Min(1, left / people / runs);
    }
}
