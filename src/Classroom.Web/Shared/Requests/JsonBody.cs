using System.Text.Json;
using Classroom.School;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Classroom.Web.Shared.Requests;

/// <summary>The body of a call as JSON, or the answer that says why it cannot be read.</summary>
public static class JsonBody
{
    /// <summary>More than any call needs that is not about many people at once.</summary>
    public const int UsualBytes = 64 * 1024;

    private const string JsonType = "application/json";

    // A body over the server's own limit is cut off, and the connection closed: a proxy that is still sending makes 502 of that. So whoever
    // sends too much is heard out for a while, and then refused.
    private const int HeardOut = 16;

    /// <typeparam name="T">What the body looks like, for the OpenAPI document.</typeparam>
    /// <param name="endpoint">The call.</param>
    /// <param name="mostBytes">As for <see cref="ReadAsync"/>.</param>
    public static RouteHandlerBuilder ReadsJson<T>(this RouteHandlerBuilder endpoint, int mostBytes = UsualBytes)
        where T : notnull =>
        endpoint.Accepts<T>(JsonType)
            .WithMetadata(new RequestSizeLimitAttribute(HeardOut * mostBytes))
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Does something with the fields of a JSON object.</summary>
    /// <param name="context">Of the call.</param>
    /// <param name="expected">Says what to send, such as "Send {"name": "7b"} as JSON."</param>
    /// <param name="act">Gets the fields, and answers.</param>
    /// <param name="mostBytes">Of the body.</param>
    public static async Task<IResult> ReadFieldsAsync(
        HttpContext context, string expected, Func<JsonFields, Task<IResult>> act, int mostBytes = UsualBytes)
    {
        var (json, refused) = await ReadAsync(
            context, mostBytes, expected, $"The body of this call has at most {mostBytes:N0} bytes; this one has more. Send less at once.");
        if (json is null)
        {
            return refused!;
        }

        using (json)
        {
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? await act(JsonFields.Read(json.RootElement))
                : new Refusal.Invalid("", $"The body is no JSON object. {expected}").ToResult(context.Response);
        }
    }

    /// <param name="context">Of the call.</param>
    /// <param name="mostBytes">Of the body.</param>
    /// <param name="expected">A sentence that says what to send.</param>
    /// <param name="tooLong">A sentence for whoever sends more.</param>
    /// <returns>The JSON, to be disposed of; or the answer.</returns>
    public static async Task<(JsonDocument? Json, IResult? Refused)> ReadAsync(
        HttpContext context, int mostBytes, string expected, string tooLong)
    {
        var body = new byte[mostBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(
            body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (length > mostBytes)
        {
            return (null, Problems.Create(tooLong, StatusCodes.Status413PayloadTooLarge));
        }

        if (length > 0 && !IsPlainJson(context.Request))
        {
            return (null, Problems.Create(
                $"{Problems.Expected(context.Request.Path)} Do not compress it.", StatusCodes.Status415UnsupportedMediaType));
        }

        var (json, fault) = JsonText.Parse(body.AsMemory(0, length), expected);
        return json is null ? (null, new Refusal.Invalid("", fault!).ToResult(context.Response)) : (json, null);
    }

    // The router refuses another media type, but neither another encoding nor none at all.
    private static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.All(encoding => "identity".Equals(encoding, StringComparison.OrdinalIgnoreCase));
}
