using System.Globalization;
using System.Text.Json;

namespace Classroom.EndToEnd;

/// <summary>A mark as the API tells it.</summary>
public sealed record StoredMark(string State, double? Points, double? Computed, bool IsOverridden, bool IsLate, string? Reason)
{
    public static StoredMark From(JsonElement mark) => new(
        mark.GetProperty("state").GetString()!,
        Number(mark, "points"),
        Number(mark, "computed"),
        mark.GetProperty("overridden").GetBoolean(),
        mark.GetProperty("late").GetBoolean(),
        mark.TryGetProperty("reason", out var reason) ? reason.GetString() : null);

    /// <summary>As pages and files write it, with at most two decimals.</summary>
    public static string Write(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static double? Number(JsonElement mark, string name) =>
        mark.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;
}
