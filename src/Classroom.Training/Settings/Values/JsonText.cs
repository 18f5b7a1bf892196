using System.Text.Json;

namespace Classroom.Training.Settings.Values;

/// <summary>JSON that anyone may have written, in messages for people.</summary>
internal static class JsonText
{
    private const int LongestQuote = 40;

    /// <summary>What stands there, cut short where it is long.</summary>
    public static string Quote(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Array => $"a list of {json.GetArrayLength()}",
        JsonValueKind.Object => "an object",
        JsonValueKind.String when string.IsNullOrWhiteSpace(json.GetRawText().Trim('"')) => "empty",
        _ => Shorten(json.GetRawText()),
    };

    public static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    /// <summary>Null where the value is no text.</summary>
    public static string? StringOf(JsonElement json) => json.ValueKind == JsonValueKind.String ? Read(json.GetString) : null;

    /// <summary>Null where the text holds half of a surrogate pair, which JSON may.</summary>
    public static string? Read(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
