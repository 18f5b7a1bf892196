using Classroom.School;

namespace Classroom.Web.Features.Assignments;

/// <summary>Whose clocks a teacher's times are meant by.</summary>
internal static class ZoneText
{
    /// <summary>"Times are in the class's time zone, Europe/Berlin."</summary>
    public static string Say(string? ofClass, SchoolCalendar calendar) => ofClass is null
        ? $"Times are in the school's time zone, {calendar.ZoneName}."
        : $"Times are in the class's time zone, {calendar.In(ofClass).ZoneName}.";
}
