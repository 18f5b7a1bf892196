using System.Globalization;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Gradebook;

/// <summary>What is decided for one student, as its form has it.</summary>
public sealed class MarkForm
{
    public string? Version { get; set; }

    public string? Points { get; set; }

    public string? Reason { get; set; }

    public string? Comment { get; set; }

    /// <summary>"yes" where she is.</summary>
    public string? Excused { get; set; }

    public string? Due { get; set; }

    public string? DueTime { get; set; }

    public string? Closes { get; set; }

    public string? ClosesTime { get; set; }

    public string? Attempts { get; set; }

    public static MarkForm From(StoredStudentSettings stored, SchoolCalendar calendar)
    {
        var settings = stored.Settings;
        return new()
        {
            Version = stored.Version.ToString(CultureInfo.InvariantCulture),
            Points = settings.Points?.ToString(CultureInfo.InvariantCulture),
            Reason = settings.Reason,
            Comment = settings.Comment,
            Excused = settings.IsExcused ? "yes" : null,
            Due = Day(settings.DueUtc),
            DueTime = TimeOfDay(settings.DueUtc),
            Closes = Day(settings.ClosesUtc),
            ClosesTime = TimeOfDay(settings.ClosesUtc),
            Attempts = settings.AttemptsAllowed?.ToString(CultureInfo.InvariantCulture),
        };

        string? Day(DateTime? utc) => utc is { } time ? FriendlyDate.ForInput(calendar.DayOf(time)) : null;

        string? TimeOfDay(DateTime? utc) => utc is { } time ? FriendlyDate.DueTimeForInput(time, calendar) : null;
    }

    /// <summary>What she wants, and what of it cannot be read. All else that may be wrong with it, the service says.</summary>
    public (StudentSettings Wanted, IReadOnlyList<Fault> Faults) Read(SchoolCalendar calendar)
    {
        var faults = new List<Fault>();
        var wanted = new StudentSettings
        {
            Points = Number("points", Points),
            Reason = Reason,
            Comment = Comment,
            IsExcused = Excused == "yes",
            DueUtc = Moment("due", Due, DueTime, FriendlyDate.ReadDue(Due, DueTime, calendar)),
            ClosesUtc = Moment("closes", Closes, ClosesTime, FriendlyDate.ReadDue(Closes, ClosesTime, calendar)),
            AttemptsAllowed = Whole("attempts", Attempts),
        };
        return (wanted, faults);

        DateTime? Moment(string field, string? day, string? time, DateTime? read)
        {
            if (read is null && !string.IsNullOrWhiteSpace(day + time))
            {
                faults.Add(new(field, "Give the day, for example 2026-11-24, and the time as hours and minutes or not at all."));
            }

            return read;
        }

        double? Number(string field, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            var number = TypedPoints.Read(typed, out var fault);
            if (fault is not null)
            {
                faults.Add(new(field, $"{fault} Leave it empty for the computed mark."));
            }

            return number;
        }

        int? Whole(string field, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            if (int.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            faults.Add(new(field, "Give a whole number."));
            return null;
        }
    }
}
