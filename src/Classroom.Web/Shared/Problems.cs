using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Classroom.Web.Shared;

/// <summary>Problem details that all look alike, also where the framework has no title, no type or no word for a status.</summary>
public static class Problems
{
    private static readonly Dictionary<int, (string Title, string Type)> Missing = new()
    {
        [StatusCodes.Status413PayloadTooLarge] = ("Content Too Large", "https://tools.ietf.org/html/rfc9110#section-15.5.14"),
        [StatusCodes.Status429TooManyRequests] = ("Too Many Requests", "https://tools.ietf.org/html/rfc6585#section-4"),
    };

    /// <param name="detail">What is wrong, in a sentence for people.</param>
    /// <param name="status">The status of the answer.</param>
    public static ProblemHttpResult Create(string detail, int status)
    {
        var problem = new ProblemDetails { Detail = detail, Status = status };
        Complete(problem);
        return TypedResults.Problem(problem);
    }

    /// <summary>For what the framework refuses by itself.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        Complete(context.ProblemDetails);
        context.ProblemDetails.Detail ??= Describe(context.HttpContext, context.ProblemDetails.Status);
    }

    /// <summary>What a call of this address reads, as an advice.</summary>
    public static string Expected(PathString path) =>
        path.StartsWithSegments("/api/runs", StringComparison.OrdinalIgnoreCase)
            ? "Send the config as JSON in UTF-8, with the content type application/json."
            : path.StartsWithSegments("/api/datasets", StringComparison.OrdinalIgnoreCase)
                ? "Send a form with the files, with the content type multipart/form-data."
                : "Send JSON in UTF-8, with the content type application/json.";

    private static string Describe(HttpContext context, int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "This call cannot be read: a value in its address or its body is not what it should be.",
        StatusCodes.Status401Unauthorized => "Nobody is signed in, or the sign-in has ended. Sign in at /account/login first.",
        StatusCodes.Status403Forbidden => "Your account may not make this call: it is for people with another role.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed =>
            $"{context.Request.Method} does nothing at this address. It takes {context.Response.Headers.Allow}.",
        StatusCodes.Status413PayloadTooLarge => "The body of this call is larger than what is read. Send less at once.",
        StatusCodes.Status415UnsupportedMediaType => Expected(context.Request.Path),
        < StatusCodes.Status500InternalServerError => "This call was refused.",
        _ => "Something went wrong. That was our fault, not yours, and it has been recorded. Try again in a moment.",
    };

    private static void Complete(ProblemDetails problem)
    {
        if (problem.Status is { } status && Missing.TryGetValue(status, out var known))
        {
            (problem.Title, problem.Type) = known;
        }
    }
}
