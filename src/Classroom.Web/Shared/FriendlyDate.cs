using System.Globalization;
using Classroom.Naming;
using Classroom.School;

namespace Classroom.Web.Shared;

/// <summary>Times as people say them, by the school's clocks and days.</summary>
public static class FriendlyDate
{
    private const string InputDay = "yyyy-MM-dd";

    // A browser leaves the seconds out where they are 0.
    private static readonly string[] InputTimes = ["HH:mm", "HH:mm:ss"];

    /// <summary>"Tue, Nov 24", with the year where it is not this one.</summary>
    public static string Day(DateTime utc, SchoolCalendar calendar)
    {
        var day = calendar.DayOf(utc);
        return day.ToString(day.Year == calendar.Today.Year ? "ddd, MMM d" : "ddd, MMM d, yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>"3:00 PM".</summary>
    public static string Hour(DateTime utc, SchoolCalendar calendar) =>
        calendar.Local(utc).ToString("h:mm tt", CultureInfo.InvariantCulture);

    /// <summary>"Tue, Nov 24, 3:00 PM".</summary>
    public static string Moment(DateTime utc, SchoolCalendar calendar) => $"{Day(utc, calendar)}, {Hour(utc, calendar)}";

    /// <summary>"due in 3 days at 3:00 PM", "overdue since yesterday": counted in days of the calendar.</summary>
    public static string Due(DateTime dueUtc, SchoolCalendar calendar)
    {
        var days = calendar.DaysBetween(calendar.NowUtc, dueUtc);
        var hour = Hour(dueUtc, calendar);
        return days switch
        {
            0 when dueUtc < calendar.NowUtc => $"overdue since {hour}",
            0 => $"due today at {hour}",
            1 => $"due tomorrow at {hour}",
            > 1 => $"due in {days} days at {hour}",
            -1 => "overdue since yesterday",
            _ => $"overdue by {-days} days",
        };
    }

    /// <summary>"just now", "5 minutes ago", "yesterday", and from a week on the day.</summary>
    public static string Ago(DateTime utc, SchoolCalendar calendar)
    {
        var past = calendar.NowUtc - utc;
        var days = calendar.DaysBetween(utc, calendar.NowUtc);
        return past switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalHours: < 1 } => Past((int)past.TotalMinutes, "minute"),
            _ when days == 0 => Past((int)past.TotalHours, "hour"),
            _ when days == 1 => "yesterday",
            _ when days < 7 => Past(days, "day"),
            _ => Day(utc, calendar),
        };
    }

    /// <summary>
    /// "in 8 minutes", "tomorrow", "on Thursday", and from a week on the day. What comes at the start of a day comes with that day.
    /// </summary>
    public static string Coming(DateTime utc, SchoolCalendar calendar)
    {
        var left = utc - calendar.NowUtc;
        var days = calendar.DaysBetween(calendar.NowUtc, utc);
        return left switch
        {
            _ when days == 1 && utc == calendar.StartOf(calendar.DayOf(utc)) => "tomorrow",
            { TotalMinutes: < 1 } => "in a moment",
            { TotalHours: < 1 } => $"in {Counted.Format((int)Math.Ceiling(left.TotalMinutes), "minute")}",
            _ when days == 0 => $"in {Counted.Format((int)left.TotalHours, "hour")}",
            _ when days == 1 => "tomorrow",
            _ when days < 7 => $"on {calendar.Local(utc).ToString("dddd", CultureInfo.InvariantCulture)}",
            _ => $"on {Day(utc, calendar)}",
        };
    }

    /// <summary>
    /// The moment that a date input and a time input name together; without a time, the end of that day. Null where they sent no date, or
    /// something that is no time.
    /// </summary>
    public static DateTime? ReadDue(string? typedDay, string? typedTime, SchoolCalendar calendar) =>
        Read(typedDay, typedTime, calendar, calendar.EndOf);

    /// <summary>The same; without a time, the beginning of that day.</summary>
    public static DateTime? ReadOpening(string? typedDay, string? typedTime, SchoolCalendar calendar) =>
        Read(typedDay, typedTime, calendar, calendar.StartOf);

    /// <summary>The time of day as a time input wants it; nothing where <see cref="ReadDue"/> takes nothing for this moment.</summary>
    public static string DueTimeForInput(DateTime utc, SchoolCalendar calendar) =>
        utc == calendar.EndOf(calendar.DayOf(utc)) ? "" : TimeForInput(utc, calendar);

    /// <summary>The same for <see cref="ReadOpening"/>.</summary>
    public static string OpeningTimeForInput(DateTime utc, SchoolCalendar calendar) =>
        utc == calendar.StartOf(calendar.DayOf(utc)) ? "" : TimeForInput(utc, calendar);

    private static string TimeForInput(DateTime utc, SchoolCalendar calendar)
    {
        var local = calendar.Local(utc);
        return local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A day as a date input wants it.</summary>
    public static string ForInput(DateOnly day) => day.ToString(InputDay, CultureInfo.InvariantCulture);

    private static DateTime? Read(string? typedDay, string? typedTime, SchoolCalendar calendar, Func<DateOnly, DateTime> withoutTime)
    {
        if (!DateOnly.TryParseExact(typedDay, InputDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is <= 1 or >= 9999)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(typedTime))
        {
            return withoutTime(day);
        }

        return TimeOnly.TryParseExact(typedTime, InputTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? calendar.At(day, time)
            : null;
    }

    private static string Past(int count, string unit) => $"{Counted.Format(count, unit)} ago";
}
