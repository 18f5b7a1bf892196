using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.Curriculum.Quizzes;

/// <summary>Questions as JSON, for storing: <c>{"type":"true-false","answer":true,…}</c>.</summary>
public static class QuestionJson
{
    /// <summary>Longer than any question that may be stored; what is longer is not read.</summary>
    public const int MaxLength = 2_000_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        IgnoreReadOnlyProperties = true,
        MaxDepth = 8,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write(Question question) => JsonSerializer.Serialize(question, Options);

    /// <summary>The question in <paramref name="json"/>, or null where it is damaged or of an unknown kind. Never throws.</summary>
    public static Question? Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json) || json.Length > MaxLength)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<Question>(json, Options);
        }
        catch (Exception damaged) when (damaged is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
