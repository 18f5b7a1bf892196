using Classroom.School.Accounts;
using Classroom.School.Sessions;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Classroom.Web.Hosting;

/// <summary>A cookie counts only while its session is live, wherever it was copied to.</summary>
internal static class SessionCookie
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionService>();
            if (context.Principal?.ToTicket() is { } ticket && await sessions.IsLiveAsync(ticket, context.HttpContext.RequestAborted))
            {
                return;
            }
        }
        catch (Exception trouble) when (DatabaseTrouble.IsBehind(trouble) && !context.HttpContext.IsApi())
        {
            // A lesson can be read without the database. Whatever a page does in somebody's name asks again (CurrentActor).
            return;
        }

        context.RejectPrincipal();
    }
}
