using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Classroom.Web.Shared.Requests;

/// <summary>The kinds of values that calls take, and what is said where one is something else.</summary>
public static partial class JsonValues
{
    private const string MomentExpected =
        "Give a time of the years 2000 to 2199 as ISO 8601 with Z or an offset, for example \"2026-11-24T15:00:00Z\".";

    // Days are added to times, and the sums must stay within what a calendar can hold.
    private static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string? Text(this JsonFields fields, string name, string? otherwise = null) => fields.Optional(
        name, otherwise, json => json.ValueKind == JsonValueKind.String ? json.GetString() : null, "Give a text in quotes.");

    public static int? Integer(this JsonFields fields, string name, int? otherwise = null) =>
        fields.Optional(name, otherwise, ReadInteger, "Give a whole number.");

    public static int Integer(this JsonFields fields, string name, int otherwise) =>
        fields.Value(name, otherwise, ReadInteger, "Give a whole number.");

    public static double? Number(this JsonFields fields, string name, double? otherwise = null) => fields.Optional(
        name,
        otherwise,
        json => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var value) && double.IsFinite(value) ? value : null,
        "Give a number.");

    public static bool Flag(this JsonFields fields, string name, bool otherwise = false) => fields.Value(
        name,
        otherwise,
        json => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
        "Give true or false.");

    /// <summary>One of an enum's names, as <see cref="Words"/> writes them.</summary>
    public static T Word<T>(this JsonFields fields, string name, T otherwise)
        where T : struct, Enum => fields.Value(
            name,
            otherwise,
            json => json.ValueKind == JsonValueKind.String ? Words.Parse<T>(json.GetString()) : null,
            $"Give one of {Words.List<T>()}.");

    /// <summary>A moment in UTC.</summary>
    public static DateTime? Moment(this JsonFields fields, string name, DateTime? otherwise = null) =>
        fields.Optional(name, otherwise, ReadMoment, MomentExpected);

    public static IReadOnlyList<int>? Integers(this JsonFields fields, string name, IReadOnlyList<int>? otherwise = null) =>
        fields.Optional(
            name,
            otherwise,
            json => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => ReadInteger(item) is not null)
                ? [.. json.EnumerateArray().Select(item => item.GetInt32())]
                : null,
            "Give a list of whole numbers, for example [3, 5].");

    private static int? ReadInteger(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value) ? value : null;

    private static DateTime? ReadMoment(JsonElement json) =>
        json.ValueKind == JsonValueKind.String
        && json.GetString() is { Length: < 40 } text
        && Iso().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.UtcDateTime >= Earliest
        && time.UtcDateTime < Latest
            ? time.UtcDateTime
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
