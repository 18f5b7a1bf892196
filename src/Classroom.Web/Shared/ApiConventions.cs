using Classroom.School;
using Classroom.School.Accounts;

namespace Classroom.Web.Shared;

/// <summary>What the calls of the API have in common.</summary>
public static class ApiConventions
{
    /// <summary>For people who have signed in, on pages of this site or from scripts outside a browser.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder api)
        where TBuilder : IEndpointConventionBuilder =>
        api.RequireAuthorization()
            .AddEndpointFilter<TBuilder, SameSiteOnly>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>Who makes a call that <see cref="RequireSignIn"/>.</summary>
    public static Actor Actor(this HttpContext context) => context.User.ToActor() ?? throw new UnauthorizedAccessException();

    /// <summary>204 where it is done, else why not.</summary>
    public static IResult ToResult(this Refusal? refusal, HttpContext context) =>
        refusal is null ? TypedResults.NoContent() : refusal.ToResult(context.Response);

    /// <summary>What one may not see does not exist.</summary>
    public static IResult OkOrNotFound<T, TAnswer>(this T? found, HttpContext context, Func<T, TAnswer> answer)
        where T : class =>
        found is null ? new Refusal.NotFound().ToResult(context.Response) : TypedResults.Ok(answer(found));
}
