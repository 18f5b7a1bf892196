using System.Diagnostics;

namespace Classroom.Runs.Live;

/// <summary>A run that somebody on this node watches, in the hands of <see cref="RunFeed"/>.</summary>
internal sealed class Watch(Guid runId)
{
    /// <summary>
    /// A run that trains brings something several times a second, so this much silence is odd; one that is paused or waits may be
    /// silent for long, and the time doubles with each renewal that brings nothing.
    /// </summary>
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromSeconds(3);

    /// <summary>Well before a grain forgets its observers (<see cref="Grains.RunViewers"/>).</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private long heard = Stopwatch.GetTimestamp();
    private long renewed = Stopwatch.GetTimestamp();
    private volatile bool renewing;
    private TimeSpan allowedSilence = ShortestSilence;

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
    public bool IsDue => Since(ref heard) > allowedSilence || Since(ref renewed) > LongestSilence;

    /// <summary>Something has come, or may come soon.</summary>
    public void Heard()
    {
        Volatile.Write(ref heard, Stopwatch.GetTimestamp());
        allowedSilence = ShortestSilence;
    }

    /// <summary>Asked for news; where there was none, the next question may wait twice as long.</summary>
    public void Renewed(bool nothingNew)
    {
        allowedSilence = nothingNew ? TimeSpan.FromTicks(Math.Min(2 * allowedSilence.Ticks, LongestSilence.Ticks)) : ShortestSilence;
        Volatile.Write(ref heard, Stopwatch.GetTimestamp());
        Volatile.Write(ref renewed, Stopwatch.GetTimestamp());
    }

    private static TimeSpan Since(ref long time) => Stopwatch.GetElapsedTime(Volatile.Read(ref time));
}
