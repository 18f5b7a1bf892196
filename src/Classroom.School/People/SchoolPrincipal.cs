using System.Security.Claims;

namespace Classroom.School;

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

    public static string? DisplayName(this ClaimsPrincipal principal) => principal.FindFirstValue(SchoolClaimTypes.DisplayName);
}
