namespace Classroom.Runs.Execution;

/// <summary>Steps a second of the clock on the wall over the last ten seconds: what others take of the threads counts.</summary>
internal sealed class WallPace
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private readonly Queue<(TimeSpan Time, int Step)> marks = new();
    private TimeSpan last;

    /// <param name="now">Since any fixed moment.</param>
    /// <param name="step">Training steps done by now.</param>
    public void Mark(TimeSpan now, int step)
    {
        if (marks.Count > 0 && now - last < Apart)
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

    /// <summary>Null where the run has not been seen for long enough, or stands still.</summary>
    public double? StepsASecond(TimeSpan now, int step) =>
        marks.TryPeek(out var oldest) && now - oldest.Time >= Least && step > oldest.Step ? (step - oldest.Step) / (now - oldest.Time).TotalSeconds : null;

    /// <summary>After a pause, that time does not count.</summary>
    public void Forget() => marks.Clear();
}
