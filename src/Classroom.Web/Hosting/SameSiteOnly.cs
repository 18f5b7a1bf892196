namespace Classroom.Web.Hosting;

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
            ? ValueTask.FromResult<object?>(TypedResults.Problem("Calls from other sites are refused.", statusCode: StatusCodes.Status403Forbidden))
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
        return origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Authority != request.Host.Value);
    }
}
