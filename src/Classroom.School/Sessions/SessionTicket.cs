using System.Security.Cryptography;
using System.Text;
using Classroom.School.People;

namespace Classroom.School.Sessions;

/// <summary>What a cookie claims: a session, and the person with her rights as they were when it began.</summary>
public sealed record SessionTicket(string SessionId, Actor Actor, string? SecurityStamp)
{
    /// <summary>Tells sessions apart on a page; nobody can act with it.</summary>
    public string Tag => IdHash[..12];

    internal string IdHash => Hash(SessionId);

    internal static string Hash(string sessionId) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId)));
}

/// <summary>What the database says of a session that has not ended.</summary>
internal sealed record SessionFacts(string IdHash, int UserId, Role Role, string? SecurityStamp, DateTime LastSeenUtc)
{
    /// <summary>False where a role or a password has changed since, or nobody has used the session for too long.</summary>
    public bool Confirms(SessionTicket ticket, DateTime now) =>
        ticket.Actor == new Actor(UserId, Role) && ticket.SecurityStamp == SecurityStamp && now - LastSeenUtc < SessionService.IdleLimit;
}
