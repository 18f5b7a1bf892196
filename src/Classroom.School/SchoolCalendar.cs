using System.Globalization;

namespace Classroom.School;

/// <summary>
/// The school's notion of a day: whatever is due, overdue, "tomorrow" or "yesterday" is so by the days of its time zone. Everything is
/// stored in UTC; only here do moments and days meet.
/// </summary>
public sealed class SchoolCalendar(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>The zone's name, such as America/Chicago.</summary>
    public string ZoneName => zone.Id;

    /// <summary>The same clock by another zone's days and hours, as a class can have its own.</summary>
    /// <param name="zoneName">An IANA name; null for the school's own zone, which also stands in for one that this machine lacks.</param>
    public SchoolCalendar In(string? zoneName) =>
        zoneName is null || zoneName == zone.Id || !TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var other)
            ? this
            : new SchoolCalendar(clock, other);

    /// <summary>Now, as the database will give it back.</summary>
    public DateTime NowUtc => clock.UtcNow();

    public DateOnly Today => DayOf(NowUtc);

    /// <summary>What the school's clocks show at that moment.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>"Tue, Nov 24, 2026, 3:00 PM".</summary>
    public string Say(DateTime utc) => Local(utc).ToString("ddd, MMM d, yyyy, h:mm tt", CultureInfo.InvariantCulture);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>Days of the calendar from one moment to another; 0 on the same day, negative backward.</summary>
    public int DaysBetween(DateTime fromUtc, DateTime toUtc) => DayOf(toUtc).DayNumber - DayOf(fromUtc).DayNumber;

    /// <summary>The first moment of a day: midnight, or what the clocks show instead where they skip it or show it twice.</summary>
    public DateTime StartOf(DateOnly day)
    {
        // Found by halving, as only the way from a moment to its day has one answer everywhere. No zone is 16 hours from UTC.
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var (before, from) = (-16 * 3600, 16 * 3600);
        while (from - before > 1)
        {
            var middle = (before + from) / 2;
            (before, from) = DayOf(midnight.AddSeconds(middle)) < day ? (middle, from) : (before, middle);
        }

        return midnight.AddSeconds(from);
    }

    /// <summary>The last second of a day.</summary>
    public DateTime EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddSeconds(-1);

    /// <summary>
    /// When the school's clocks show this time: the later moment where they show it twice, and as much after the gap as it lies within
    /// where they skip it. So nobody who has time until then loses any of it.
    /// </summary>
    public DateTime At(DateOnly day, TimeOnly time)
    {
        // The zone's own answer is wrong where the clocks skip a whole day, as Samoa's did, so both sides of a change are tried. A day of
        // margin is more than any change, and no zone changes twice in four days.
        var local = day.ToDateTime(time, DateTimeKind.Utc);
        var (before, after) = (local - zone.GetUtcOffset(local.AddDays(-2)), local - zone.GetUtcOffset(local.AddDays(2)));
        var (earlier, later) = before < after ? (before, after) : (after, before);
        return Shows(later) ? later : Shows(earlier) ? earlier : before;

        bool Shows(DateTime utc) => DateTime.SpecifyKind(Local(utc), DateTimeKind.Utc) == local;
    }
}
