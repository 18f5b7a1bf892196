using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Classroom.Web.Shared;

/// <summary>Problem details that all look alike, also where the framework has no title and no type for a status.</summary>
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
        if (context.ProblemDetails is { Status: StatusCodes.Status415UnsupportedMediaType, Detail: null } problem)
        {
            problem.Detail = Expected(context.HttpContext.Request.Path);
        }
    }

    /// <summary>What a call of this address reads, as an advice; null where nobody has to say.</summary>
    public static string? Expected(PathString path) =>
        path.StartsWithSegments("/api/runs", StringComparison.OrdinalIgnoreCase)
            ? "Send the config as JSON in UTF-8, with the content type application/json."
            : path.StartsWithSegments("/api/datasets", StringComparison.OrdinalIgnoreCase)
                ? "Send a form with the files, with the content type multipart/form-data."
                : null;

    private static void Complete(ProblemDetails problem)
    {
        if (problem.Status is { } status && Missing.TryGetValue(status, out var known))
        {
            (problem.Title, problem.Type) = known;
        }
    }
}
