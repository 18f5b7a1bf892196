using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Classroom.Runs.Grains;

/// <summary>The web nodes that watch a run, and what they were told last.</summary>
internal sealed class RunViewers(ILogger logger)
{
    /// <summary>
    /// A web node that has not subscribed again for so long is taken for gone. It is four times the longest time that a
    /// <see cref="Live.RunFeed"/> waits, so that one renewal may fail.
    /// </summary>
    private static readonly TimeSpan Expiry = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How often viewers are told what changes without news, such as the place in the queue and the time that is left: both are shown
    /// in whole seconds.
    /// </summary>
    private static readonly TimeSpan StatusInterval = TimeSpan.FromSeconds(1);

    private readonly ObserverManager<IRunObserver> observers = new(Expiry, logger);
    private RunStatus? told;
    private long toldAt;

    /// <summary>True where somebody watches and it is time to tell how the run stands.</summary>
    public bool IsStatusDue => observers.Count > 0 && (told is null || Stopwatch.GetElapsedTime(toldAt) >= StatusInterval);

    public void Add(IRunObserver observer)
    {
        observers.Subscribe(observer, observer);

        // The store, from which a newcomer reads, knows no forecast: the next flush tells it.
        TellSoon();
    }

    public void Remove(IRunObserver observer) => observers.Unsubscribe(observer);

    /// <summary>Has the status told at the next flush, however soon that comes.</summary>
    public void TellSoon() => told = null;

    /// <summary>Sends an update without points or frames, unless it says what was told last.</summary>
    public Task SendStatusAsync(RunUpdate update) => update.Status == told ? Task.CompletedTask : SendAsync(update);

    public Task SendAsync(RunUpdate update)
    {
        (told, toldAt) = (update.Status, Stopwatch.GetTimestamp());
        return observers.Notify(observer => observer.OnUpdateAsync(update));
    }
}
