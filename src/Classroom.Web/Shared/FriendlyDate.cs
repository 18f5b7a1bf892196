using System.Globalization;
using Classroom.Naming;
using Classroom.School;

namespace Classroom.Web.Shared;

/// <summary>
/// Times as people say them. The school's day is the UTC day, because a server cannot know the clock of each Chromebook;
/// a due date means the end of that day.
/// </summary>
public static class FriendlyDate
{
    private const string InputFormat = "yyyy-MM-dd";

    /// <summary>"Tue 24 Nov", with the year where it is not this one.</summary>
    public static string Day(DateTime utc, DateTime nowUtc) =>
        utc.ToString(utc.Year == nowUtc.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Tue 24 Nov, 14:05 UTC".</summary>
    public static string Moment(DateTime utc, DateTime nowUtc) =>
        $"{Day(utc, nowUtc)}, {utc.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>"due in 3 days", "overdue since yesterday": counted in days of the calendar.</summary>
    public static string Due(DateTime dueUtc, DateTime nowUtc)
    {
        var days = (dueUtc.Date - nowUtc.Date).Days;
        return days switch
        {
            0 when dueUtc < nowUtc => "overdue since today",
            0 => "due today",
            1 => "due tomorrow",
            > 1 => $"due in {days} days",
            -1 => "overdue since yesterday",
            _ => $"overdue by {-days} days",
        };
    }

    /// <summary>"just now", "5 minutes ago", "yesterday", and from a week on the day.</summary>
    public static string Ago(DateTime utc, DateTime nowUtc)
    {
        var past = nowUtc - utc;
        var days = (nowUtc.Date - utc.Date).Days;
        return past switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalHours: < 1 } => Past((int)past.TotalMinutes, "minute"),
            _ when days == 0 => Past((int)past.TotalHours, "hour"),
            _ when days == 1 => "yesterday",
            _ when days < 7 => Past(days, "day"),
            _ => Day(utc, nowUtc),
        };
    }

    /// <summary>"in 8 minutes", "tomorrow", "on Thursday", and from a week on the day.</summary>
    public static string Coming(DateTime utc, DateTime nowUtc)
    {
        var left = utc - nowUtc;
        var days = (utc.Date - nowUtc.Date).Days;
        return left switch
        {
            { TotalMinutes: < 1 } => "in a moment",
            { TotalHours: < 1 } => $"in {Counted.Of((int)Math.Ceiling(left.TotalMinutes), "minute")}",
            _ when days == 0 => $"in {Counted.Of((int)left.TotalHours, "hour")}",
            _ when days == 1 => "tomorrow",
            _ when days < 7 => $"on {utc.ToString("dddd", CultureInfo.InvariantCulture)}",
            _ => $"on {Day(utc, nowUtc)}",
        };
    }

    /// <summary>The last second of the day that a date input sent; null where it sent no date.</summary>
    public static DateTime? EndOfDay(string? typed) =>
        DateOnly.TryParseExact(typed, InputFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc)
            : null;

    /// <summary>A day as a date input wants it.</summary>
    public static string ForInput(DateTime utc) => utc.ToString(InputFormat, CultureInfo.InvariantCulture);

    private static string Past(int count, string unit) => $"{Counted.Of(count, unit)} ago";
}
