using System.Security.Claims;
using Bunit.TestDoubles;
using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Sessions;

/// <summary>
/// Signs somebody in where a component is rendered without a browser: with a real session, as <c>CurrentActor</c> wants one.
/// </summary>
internal static class TestSignIn
{
    /// <summary>The session's id.</summary>
    public static string SignInWithSession(
        this BunitAuthorizationContext authorization,
        Actor actor,
        SessionService sessions,
        IDbContextFactory<ClassroomDbContext> contexts) =>
        Task.Run(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync();
            var stamp = await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.SecurityStamp).SingleAsync();
            var session = await sessions.StartAsync(actor.UserId);
            authorization
                .SetAuthorized($"person{actor.UserId}")
                .SetRoles($"{actor.Role}")
                .SetClaims([
                    new Claim(ClaimTypes.NameIdentifier, $"{actor.UserId}"),
                    new Claim(SchoolClaimTypes.Session, session),
                    .. stamp is null ? [] : new[] { new Claim("AspNet.Identity.SecurityStamp", stamp) },
                ]);
            return session;
        }).GetAwaiter().GetResult();
}
