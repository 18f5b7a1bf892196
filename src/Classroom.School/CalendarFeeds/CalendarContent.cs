namespace Classroom.School.CalendarFeeds;

/// <summary>What a calendar program is told.</summary>
/// <param name="Entries">By due date.</param>
/// <param name="ChangedUtc">Since when it is so, as far as anybody has asked.</param>
public sealed record CalendarContent(IReadOnlyList<CalendarEntry> Entries, DateTime ChangedUtc);
