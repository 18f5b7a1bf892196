using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Classroom.Web.Features.Account;

public static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/logout", SignOutAsync).ExcludeFromDescription();

    // The parameter from a form makes the framework ask for the antiforgery token.
    private static async Task<RedirectHttpResult> SignOutAsync(SignInService signIn, [FromForm] string? returnUrl)
    {
        _ = returnUrl;
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/");
    }
}
