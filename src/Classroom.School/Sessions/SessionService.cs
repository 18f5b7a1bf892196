using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Sessions;

/// <summary>
/// Sign-ins: each has a session in the database, whose id is in its cookie. Whatever is done or shown in somebody's name
/// needs a live one. The database is the truth; a node believes what it said for <see cref="Fresh"/>, and sessions that end
/// on the node itself are over at once.
/// </summary>
public sealed class SessionService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>A session that nobody has used for so long is over; its cookie lasts as long.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(12);

    /// <summary>How often the last use of a session is written down.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    /// <summary>How long what the database said of a session is believed.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>How often a node should call <see cref="CheckWatchedAsync"/>: often enough for what it learns to be fresh.</summary>
    public static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(3);

    /// <summary>Sessions of one person that are stored, live or not; the oldest make room.</summary>
    public const int MostPerPerson = 100;

    private const int AskedAtOnce = 500;

    private static readonly TimeSpan StoredAfterEnd = TimeSpan.FromDays(7);

    private readonly SessionCache cache = new();
    private readonly SessionWatchers watchers = new();

    /// <summary>Begins a session; the id is for the cookie alone.</summary>
    public async Task<string> StartAsync(int userId, CancellationToken cancellationToken = default)
    {
        var id = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.SignInSessions.Add(new SignInSession { IdHash = SessionTicket.Hash(id), UserId = userId, CreatedUtc = now, LastSeenUtc = now });
        await db.SaveChangesAsync(cancellationToken);
        await db.SignInSessions.Where(session => session.UserId == userId)
            .OrderByDescending(session => session.Id)
            .Skip(MostPerPerson)
            .ExecuteDeleteAsync(cancellationToken);
        return id;
    }

    /// <summary>Ends one session, as signing out does.</summary>
    public async Task EndAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        var idHash = SessionTicket.Hash(sessionId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await EndAsync(db.SignInSessions.Where(session => session.IdHash == idHash), ticket => ticket.IdHash == idHash, cancellationToken);
    }

    /// <summary>Ends all sessions of a person, as a new password does.</summary>
    public async Task EndAllAsync(int userId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await EndAsync(
            db.SignInSessions.Where(session => session.UserId == userId), ticket => ticket.Actor.UserId == userId, cancellationToken);
    }

    /// <summary>
    /// True while the session has not ended and the person has the rights that the ticket claims. Costs one query where
    /// neither this node nor <see cref="CheckWatchedAsync"/> has asked within <see cref="Fresh"/>.
    /// </summary>
    public async ValueTask<bool> IsLiveAsync(SessionTicket ticket, CancellationToken cancellationToken = default)
    {
        var (idHash, now) = (ticket.IdHash, clock.UtcNow());
        if (!cache.TryGet(idHash, now, out var facts))
        {
            var ends = cache.Ends;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            facts = await Facts(db.SignInSessions.Where(session => session.IdHash == idHash)).SingleOrDefaultAsync(cancellationToken);
            cache.Keep([(idHash, facts)], now, ends);
        }

        if (facts?.Confirms(ticket, now) != true)
        {
            watchers.Tell(watched => watched == ticket);
            return false;
        }

        if (now - facts.LastSeenUtc >= SeenEvery)
        {
            await WriteSeenAsync(idHash, now, cancellationToken);
        }

        return true;
    }

    /// <summary>
    /// Calls back, once, when the session ends or the person loses the rights of the ticket: at once where that is done or
    /// noticed on this node, otherwise at the next <see cref="CheckWatchedAsync"/>.
    /// </summary>
    public IDisposable Watch(SessionTicket ticket, Action ended) => watchers.Add(ticket, ended);

    /// <summary>Asks the database about all watched sessions at once, and tells the watchers of those that are over.</summary>
    public async Task CheckWatchedAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.UtcNow();
        cache.RemoveOld(now);
        foreach (var tickets in watchers.Tickets.Chunk(AskedAtOnce))
        {
            var hashes = tickets.Select(ticket => ticket.IdHash).ToList();
            var ends = cache.Ends;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var found = await Facts(db.SignInSessions.Where(session => hashes.Contains(session.IdHash)))
                .ToDictionaryAsync(facts => facts.IdHash, cancellationToken);
            cache.Keep(hashes.Select(idHash => (idHash, found.GetValueOrDefault(idHash))), now, ends);
            var over = tickets.Where(ticket => found.GetValueOrDefault(ticket.IdHash)?.Confirms(ticket, now) != true).ToHashSet();
            if (over.Count > 0)
            {
                watchers.Tell(over.Contains);
            }
        }
    }

    /// <summary>Deletes what has been over for a week.</summary>
    public async Task<int> DeleteOldAsync(CancellationToken cancellationToken = default)
    {
        var ended = clock.UtcNow() - StoredAfterEnd;
        var idle = ended - IdleLimit;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInSessions.Where(session => session.EndedUtc < ended || session.LastSeenUtc < idle)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task EndAsync(
        IQueryable<SignInSession> sessions, Func<SessionTicket, bool> areTheirs, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await sessions.Where(session => session.EndedUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedUtc, now), cancellationToken);
        cache.Clear();
        watchers.Tell(areTheirs);
    }

    private static IQueryable<SessionFacts> Facts(IQueryable<SignInSession> sessions) => sessions
        .Where(session => session.EndedUtc == null)
        .Select(session => new SessionFacts(
            session.IdHash, session.UserId, session.User.Role, session.User.SecurityStamp, session.LastSeenUtc));

    private async Task WriteSeenAsync(string idHash, DateTime now, CancellationToken cancellationToken)
    {
        cache.Seen(idHash, now);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.SignInSessions.Where(session => session.IdHash == idHash)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenUtc, now), cancellationToken);
        }
        catch (DbException)
        {
            // Only a coarse time: a full disk must not keep anybody from reading a lesson. The next use tries again.
        }
    }
}
