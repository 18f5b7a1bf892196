namespace Classroom.School.Sessions;

/// <summary>What the database said of sessions in the last seconds. Holds no more than the sessions used in that time.</summary>
internal sealed class SessionCache
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (SessionFacts? Facts, DateTime Asked)> known = [];
    private long ends;

    /// <summary>To be taken before the database is asked: its answer is not kept if a session has ended since.</summary>
    public long Ends
    {
        get
        {
            lock (gate)
            {
                return ends;
            }
        }
    }

    /// <param name="idHash">The session.</param>
    /// <param name="now">What is older than <see cref="SessionService.Fresh"/> by then no longer counts.</param>
    /// <param name="facts">Null where the session has ended, or never was.</param>
    public bool TryGet(string idHash, DateTime now, out SessionFacts? facts)
    {
        lock (gate)
        {
            var found = known.TryGetValue(idHash, out var entry) && IsFresh(entry.Asked, now);
            facts = found ? entry.Facts : null;
            return found;
        }
    }

    public void Keep(IEnumerable<(string IdHash, SessionFacts? Facts)> answers, DateTime asked, long endsBefore)
    {
        lock (gate)
        {
            if (endsBefore != ends)
            {
                return;
            }

            foreach (var (idHash, facts) in answers)
            {
                known[idHash] = (facts, asked);
            }
        }
    }

    public void Seen(string idHash, DateTime now)
    {
        lock (gate)
        {
            if (known.TryGetValue(idHash, out var entry) && entry.Facts is not null)
            {
                known[idHash] = entry with { Facts = entry.Facts with { LastSeenUtc = now } };
            }
        }
    }

    /// <summary>Some session has ended: nothing that is known or being asked counts any more.</summary>
    public void Clear()
    {
        lock (gate)
        {
            ends++;
            known.Clear();
        }
    }

    public void RemoveOld(DateTime now)
    {
        lock (gate)
        {
            foreach (var (idHash, entry) in known)
            {
                if (!IsFresh(entry.Asked, now))
                {
                    known.Remove(idHash);
                }
            }
        }
    }

    // A clock that was set back must not make an answer count for longer.
    private static bool IsFresh(DateTime asked, DateTime now) => now >= asked && now - asked < SessionService.Fresh;
}
