using System.Security.Claims;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Classroom.School.Accounts;

/// <summary>Puts the role and the display name into the sign-in cookie.</summary>
internal sealed class SchoolClaimsPrincipalFactory(UserManager<User> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
        identity.AddClaim(new Claim(SchoolClaimTypes.DisplayName, user.DisplayName));
        return identity;
    }
}
