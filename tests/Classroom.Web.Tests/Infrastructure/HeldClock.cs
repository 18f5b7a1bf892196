namespace Classroom.Web.Tests;

/// <summary>Stands still until a test moves it; then what waited for that time goes on.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly List<HeldTimer> waiting = [];
    private DateTimeOffset now = new(2026, 11, 23, 14, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(() => callback(state), now + dueTime, period);
        waiting.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        now += by;
        foreach (var timer in waiting.Where(timer => timer.Due <= now).ToList())
        {
            waiting.Remove(timer);
            if (timer.Next(now) is { } next)
            {
                waiting.Add(next);
            }

            timer.Ring();
        }
    }

    private sealed class HeldTimer(Action ring, DateTimeOffset due, TimeSpan period) : ITimer
    {
        private bool stopped;
        private HeldTimer? next;

        public DateTimeOffset Due => due;

        /// <summary>What rings again after a period; null where nothing does.</summary>
        public HeldTimer? Next(DateTimeOffset now) => period <= TimeSpan.Zero || stopped ? null : next = new(ring, now + period, period);

        public void Ring()
        {
            if (!stopped)
            {
                ring();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            stopped = true;
            next?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
