using Classroom.School.Sessions;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Classroom.Web.Hosting;

/// <summary>Two ways to be signed in: the cookie of a browser, and for calls of the API the token of a script.</summary>
internal static class SignIn
{
    public const string CookieName = "classroom";

    private const string EitherScheme = "CookieOrToken";

    public static void AddSignIn(this IServiceCollection services) =>
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = context =>
                AccessTokenHandler.IsFor(context) ? AccessTokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessTokenHandler.SchemeName, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = "/account/login";
                cookie.AccessDeniedPath = "/not-allowed";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Cookie.Name = CookieName;
                cookie.ExpireTimeSpan = SessionService.IdleLimit;
                cookie.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
                // A script cannot use a sign-in page.
                cookie.Events.OnRedirectToLogin = context => RedirectPeople(context, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => RedirectPeople(context, StatusCodes.Status403Forbidden);
            }));

    /// <summary>
    /// Comes after authentication. What every endpoint of the API says of itself (<see cref="TokenAccess"/>) is asked here, once for all:
    /// one that says nothing is closed to tokens. What is no route is the framework's own refusal, such as that of a method.
    /// </summary>
    public static void UseTokenScopes(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint() is RouteEndpoint endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && context.MissingScope() is not null
            ? context.ForbidAsync()
            : next(context));

    private static Task RedirectPeople(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.HttpContext.IsApi())
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
