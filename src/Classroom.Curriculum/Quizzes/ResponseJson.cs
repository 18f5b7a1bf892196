using System.Text.Json;

namespace Classroom.Curriculum.Quizzes;

/// <summary>Responses as JSON, for storing: <c>{"kind":"one-answer","choice":2}</c>.</summary>
public static class ResponseJson
{
    /// <summary>Longer than any sensible response; what is longer is not read.</summary>
    public const int MaxLength = 8_192;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // PostgreSQL's jsonb keeps no order of keys, so "kind" need not come first.
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = 4,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The response as JSON.</summary>
    /// <exception cref="ArgumentException">
    /// The response would be longer than <see cref="MaxLength"/>, so it could not be read back.
    /// </exception>
    public static string Write(Response response)
    {
        var json = JsonSerializer.Serialize(response, Options);
        return json.Length <= MaxLength
            ? json
            : throw new ArgumentException(
                $"The answer is too long: {json.Length} characters as JSON, at most {MaxLength} are kept.", nameof(response));
    }

    /// <summary>
    /// The response in <paramref name="json"/>, or null where there is none: empty, damaged, too long or of an unknown kind. Never throws.
    /// </summary>
    public static Response? Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json) || json.Length > MaxLength)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<Response>(json, Options);
        }
        catch (Exception damaged) when (damaged is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
