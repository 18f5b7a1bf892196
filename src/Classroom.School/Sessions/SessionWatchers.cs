namespace Classroom.School.Sessions;

/// <summary>Who on this node wants to hear when a session ends: circuits and event streams.</summary>
internal sealed class SessionWatchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Watcher>> watching = [];

    /// <summary>The sessions that anybody watches.</summary>
    public IReadOnlyList<SessionTicket> Tickets
    {
        get
        {
            lock (gate)
            {
                return [.. watching.Values.Select(watchers => watchers[0].Ticket)];
            }
        }
    }

    public IDisposable Add(SessionTicket ticket, Action ended)
    {
        var added = new Watcher(this, ticket, ended);
        lock (gate)
        {
            if (!watching.TryGetValue(ticket.IdHash, out var watchers))
            {
                watching[ticket.IdHash] = watchers = [];
            }

            watchers.Add(added);
        }

        return added;
    }

    /// <summary>Tells each watcher of these sessions, once.</summary>
    public void Tell(Func<SessionTicket, bool> hasEnded)
    {
        List<Watcher> told = [];
        lock (gate)
        {
            foreach (var (idHash, watchers) in watching.Where(entry => hasEnded(entry.Value[0].Ticket)).ToList())
            {
                told.AddRange(watchers);
                watching.Remove(idHash);
            }
        }

        // Outside the lock, and not in the way of whoever has signed out.
        foreach (var watcher in told)
        {
            _ = Task.Run(watcher.Ended);
        }
    }

    private void Remove(Watcher watcher)
    {
        lock (gate)
        {
            if (watching.TryGetValue(watcher.Ticket.IdHash, out var watchers) && watchers.Remove(watcher) && watchers.Count == 0)
            {
                watching.Remove(watcher.Ticket.IdHash);
            }
        }
    }

    private sealed class Watcher(SessionWatchers owner, SessionTicket ticket, Action ended) : IDisposable
    {
        public SessionTicket Ticket => ticket;

        public Action Ended => ended;

        public void Dispose() => owner.Remove(this);
    }
}
