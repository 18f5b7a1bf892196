namespace Classroom.Web.Hosting.Settings;

/// <summary>Section <c>Classroom:School</c>.</summary>
public sealed class SchoolSettings
{
    /// <summary>The time zone whose days are the school's, such as America/Chicago; empty for that of this machine.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Null where this machine knows no such time zone.</summary>
    public TimeZoneInfo? FindTimeZone() =>
        string.IsNullOrWhiteSpace(TimeZone)
            ? TimeZoneInfo.Local
            : TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone.Trim(), out var zone) ? zone : null;
}
