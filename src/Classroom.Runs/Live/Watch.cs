using System.Diagnostics;

namespace Classroom.Runs.Live;

/// <summary>A run that somebody on this node watches, in the hands of <see cref="RunFeed"/>.</summary>
internal sealed class Watch(Guid runId)
{
    // A run that trains brings something several times a second; one that is paused or waits may be quiet for long.
    private static readonly TimeSpan ShortestQuiet = TimeSpan.FromSeconds(3);

    // A grain forgets its observers after two minutes.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(30);

    private long heard = Stopwatch.GetTimestamp();
    private long renewed = Stopwatch.GetTimestamp();
    private volatile bool renewing;
    private TimeSpan quiet = ShortestQuiet;

    public Guid RunId { get; } = runId;

    /// <summary>Orders opening, updates and leaving of one run.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public LiveRun? Live { get; set; }

    public int Viewers { get; set; }

    public bool Closed { get; set; }

    public bool Subscribed { get; set; }

    /// <summary>A renewal is under way, or waits for the gate.</summary>
    public bool Renewing
    {
        get => renewing;
        set => renewing = value;
    }

    /// <summary>True where nothing has come for a while, and in time before the grain forgets this node.</summary>
    public bool IsDue => Since(ref heard) > quiet || Since(ref renewed) > LongestQuiet;

    /// <summary>Something has come, or may come soon.</summary>
    public void Heard()
    {
        Volatile.Write(ref heard, Stopwatch.GetTimestamp());
        quiet = ShortestQuiet;
    }

    /// <summary>Asked for news; where there was none, the next question may wait twice as long.</summary>
    public void Renewed(bool nothingNew)
    {
        quiet = nothingNew ? TimeSpan.FromTicks(Math.Min(2 * quiet.Ticks, LongestQuiet.Ticks)) : ShortestQuiet;
        Volatile.Write(ref heard, Stopwatch.GetTimestamp());
        Volatile.Write(ref renewed, Stopwatch.GetTimestamp());
    }

    private static TimeSpan Since(ref long time) => Stopwatch.GetElapsedTime(Volatile.Read(ref time));
}
