namespace Classroom.Web.Shared;

/// <summary>
/// Refuses calls that another site makes with the visitor's cookie. Browsers say where a call comes from
/// (Sec-Fetch-Site, Origin); scripts outside a browser say nothing and pass.
/// </summary>
public sealed class SameSiteOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return IsForeign(request)
            ? ValueTask.FromResult<object?>(
                TypedResults.Problem("Calls from other sites are refused.", statusCode: StatusCodes.Status403Forbidden))
            : next(context);
    }

    public static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !IsOwn(origin, request);
    }

    /// <summary>Scheme, host and port are the request's; behind a trusted proxy the scheme is the one outside.</summary>
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var sender)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && Uri.Compare(sender, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
