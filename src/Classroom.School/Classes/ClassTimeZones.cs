using System.Text.RegularExpressions;

namespace Classroom.School.Classes;

/// <summary>The time zones that a class can have, by their IANA names.</summary>
public static partial class ClassTimeZones
{
    public const int LongestName = 64;

    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal))
            .Select(zone => zone.Id).Append("UTC").Distinct().Order(StringComparer.Ordinal),
    ]);

    /// <summary>What a list offers.</summary>
    public static IReadOnlyList<string> Choices => Known.Value;

    /// <summary>Whether this names a time zone. Some have several names, and not all of them are offered.</summary>
    public static bool Exist(string name) =>
        name.Length <= LongestName && Name().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    // The system looks for it as a file: nothing that leads to another one.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+/-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
