namespace Classroom.Web.Tests;

/// <summary>Stands still until a test moves it; then what waited for that time goes on.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HeldTimer> waiting = [];
    private DateTimeOffset now = new(2026, 11, 23, 14, 30, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(() => callback(state), now + dueTime, period);
        lock (gate)
        {
            waiting.Add(timer);
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        now += by;
        List<HeldTimer> due;
        lock (gate)
        {
            due = [.. waiting.Where(timer => timer.Due <= now)];
            waiting.RemoveAll(due.Contains);
            waiting.AddRange(due.Select(timer => timer.Next(now)).OfType<HeldTimer>());
        }

        foreach (var timer in due)
        {
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
