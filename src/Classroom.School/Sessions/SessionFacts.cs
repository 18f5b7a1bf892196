using Classroom.School.People;

namespace Classroom.School.Sessions;

/// <summary>What the database says of a session that has not ended.</summary>
internal sealed record SessionFacts(string IdHash, int UserId, Role Role, string? SecurityStamp, DateTime LastSeenUtc)
{
    /// <summary>False where a role or a password has changed since, or nobody has used the session for too long.</summary>
    public bool Confirms(SessionTicket ticket, DateTime now) =>
        ticket.Actor == new Actor(UserId, Role) && ticket.SecurityStamp == SecurityStamp && now - LastSeenUtc < SessionService.IdleLimit;
}
