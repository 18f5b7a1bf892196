namespace Classroom.Runs.Execution;

/// <summary>
/// Steps a second of the clock on the wall over the last ten seconds: what others take of the threads counts. Safe for several threads.
/// </summary>
internal sealed class WallPace
{
    // Long enough for several turns of a run that shares its thread with a class.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // So that a run of thousands of steps a second has no more than twenty marks in its window.
    private static readonly TimeSpan BetweenMarks = TimeSpan.FromSeconds(0.5);

    // Before that, the first turns would tell too much or too little.
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Queue<(TimeSpan Time, int Step)> marks = new();
    private TimeSpan last;

    /// <param name="now">Since any fixed moment.</param>
    /// <param name="step">Training steps done by now.</param>
    public void Mark(TimeSpan now, int step)
    {
        lock (gate)
        {
            if (marks.Count > 0 && now - last < BetweenMarks)
            {
                return;
            }

            last = now;
            marks.Enqueue((now, step));
            while (now - marks.Peek().Time > Window)
            {
                marks.Dequeue();
            }
        }
    }

    /// <summary>Null where the run has not been seen for long enough, or stands still.</summary>
    public double? StepsASecond(TimeSpan now, int step)
    {
        lock (gate)
        {
            return marks.TryPeek(out var oldest) && now - oldest.Time >= ShortestSpan && step > oldest.Step
                ? (step - oldest.Step) / (now - oldest.Time).TotalSeconds
                : null;
        }
    }

    /// <summary>After a pause, that time does not count.</summary>
    public void Reset()
    {
        lock (gate)
        {
            marks.Clear();
        }
    }
}
