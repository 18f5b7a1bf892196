using System.Security.Claims;
using Classroom.School.People;
using Classroom.School.Sessions;

namespace Classroom.School.Accounts;

public static class SchoolPrincipal
{
    /// <summary>The actor behind a signed-in principal; null for a visitor or a damaged identity.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) =>
        principal.Identity is ClaimsIdentity { IsAuthenticated: true } identity
        && int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Enum.TryParse<Role>(principal.FindFirstValue(identity.RoleClaimType), out var role)
        && Enum.IsDefined(role)
            ? new Actor(id, role)
            : null;

    /// <summary>The session behind a signed-in principal; null for a visitor, and for a cookie from before there were sessions.</summary>
    public static SessionTicket? ToTicket(this ClaimsPrincipal principal) =>
        principal.ToActor() is { } actor && principal.FindFirstValue(SchoolClaimTypes.Session) is { Length: > 0 } session
            ? new SessionTicket(session, actor, principal.FindFirstValue(SchoolClaimTypes.SecurityStamp))
            : null;

    public static string? DisplayName(this ClaimsPrincipal principal) => principal.FindFirstValue(SchoolClaimTypes.DisplayName);
}
