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
}
