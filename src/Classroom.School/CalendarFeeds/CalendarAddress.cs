namespace Classroom.School.CalendarFeeds;

/// <summary>A person's own feed, as she sees it.</summary>
/// <param name="Secret">
/// Null where the key that it was stored with is gone: the address still works, but only a new one can be shown.
/// </param>
public sealed record CalendarAddress(string? Secret, DateTime MadeUtc);
