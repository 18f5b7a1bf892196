using System.Security.Cryptography;
using Classroom.School.CalendarFeeds;
using Classroom.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace Classroom.Web.Features.CalendarFeeds;

public static class CalendarEndpoints
{
    /// <summary>Calendar programs cannot sign in: whoever knows the address may read it, and nobody can guess one.</summary>
    public static void MapCalendarFeeds(this IEndpointRouteBuilder app) =>
        app.MapMethods("/calendar/{secret}.ics", [HttpMethods.Get, HttpMethods.Head], ReadAsync).AllowAnonymous().LimitVisitors().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(
        string secret, CalendarFeedReader feeds, Curriculum.Curriculum curriculum, HttpContext context)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await feeds.ReadAsync(secret, context.RequestAborted) is not { } content)
        {
            return TypedResults.Text(
                "There is no calendar at this address. Whoever it belongs to may have changed the address or turned it off.",
                statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        var request = context.Request;
        var file = CalendarFile.Write(content, curriculum, $"{request.Scheme}://{request.Host}{request.PathBase}");
        // Answers 304 where the program has it already.
        return TypedResults.File(
            file,
            "text/calendar; charset=utf-8",
            lastModified: new DateTimeOffset(content.ChangedUtc),
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(file))}\""));
    }
}
