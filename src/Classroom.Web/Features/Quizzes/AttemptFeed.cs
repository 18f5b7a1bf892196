namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// Tells the pages of this process that show the same attempt when one of them has stored something. A page of another node hears
/// nothing; it reads again when somebody comes back to it, and before it hands in.
/// </summary>
public sealed class AttemptFeed
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, List<Watch>> watches = [];

    /// <summary>Watches an attempt until the result is disposed.</summary>
    /// <param name="changed">Called on the thread of whoever has stored something; must not wait.</param>
    public Watch Open(int attemptId, Action changed)
    {
        var watch = new Watch(this, attemptId, changed);
        lock (gate)
        {
            watches.TryAdd(attemptId, []);
            watches[attemptId].Add(watch);
        }

        return watch;
    }

    private void Tell(Watch from)
    {
        List<Watch> others;
        lock (gate)
        {
            others = [.. watches.GetValueOrDefault(from.AttemptId, []).Where(watch => watch != from)];
        }

        foreach (var other in others)
        {
            other.Changed();
        }
    }

    private void Close(Watch watch)
    {
        lock (gate)
        {
            if (watches.TryGetValue(watch.AttemptId, out var others) && others.Remove(watch) && others.Count == 0)
            {
                watches.Remove(watch.AttemptId);
            }
        }
    }

    /// <summary>One page's watch on an attempt.</summary>
    public sealed class Watch : IDisposable
    {
        private readonly AttemptFeed feed;

        internal Watch(AttemptFeed feed, int attemptId, Action changed) => (this.feed, AttemptId, Changed) = (feed, attemptId, changed);

        internal int AttemptId { get; }

        internal Action Changed { get; }

        /// <summary>This page has stored something: all others are called.</summary>
        public void Tell() => feed.Tell(this);

        public void Dispose() => feed.Close(this);
    }
}
