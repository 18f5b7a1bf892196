using System.Globalization;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Assignments;

/// <summary>An assignment as its form has it: text that a teacher has typed.</summary>
public sealed class AssignmentForm
{
    public string? Version { get; set; }

    public string? Title { get; set; }

    public string? Opens { get; set; }

    public string? OpensTime { get; set; }

    public string? Due { get; set; }

    public string? DueTime { get; set; }

    public string? Closes { get; set; }

    public string? ClosesTime { get; set; }

    public string? Points { get; set; }

    public string? Attempts { get; set; }

    public string? Counts { get; set; }

    /// <summary>"yes" where it is one.</summary>
    public string? Draft { get; set; }

    /// <summary>"yes" once she has seen whom the change is about.</summary>
    public string? Sure { get; set; }

    public static AssignmentForm From(AssignmentDetails assignment, SchoolCalendar calendar)
    {
        return new()
        {
            Version = assignment.Version.ToString(CultureInfo.InvariantCulture),
            Title = assignment.Title,
            Opens = Day(assignment.OpensUtc),
            OpensTime = TimeOfDay(assignment.OpensUtc),
            Due = Day(assignment.DueUtc),
            DueTime = TimeOfDay(assignment.DueUtc),
            Closes = Day(assignment.ClosesUtc),
            ClosesTime = TimeOfDay(assignment.ClosesUtc),
            Points = assignment.Points.ToString(CultureInfo.InvariantCulture),
            Attempts = assignment.AttemptsAllowed?.ToString(CultureInfo.InvariantCulture),
            Counts = assignment.Counts.ToString(),
            Draft = assignment.IsDraft ? "yes" : null,
        };

        string? Day(DateTime? utc) => utc is { } time ? FriendlyDate.ForInput(calendar.DayOf(time)) : null;

        string? TimeOfDay(DateTime? utc) => utc is { } time ? FriendlyDate.TimeForInput(time, calendar) : null;
    }

    /// <summary>What she wants, and what of it cannot be read. All else that may be wrong with it, the service says.</summary>
    public (AssignmentSettings Wanted, IReadOnlyList<Fault> Faults) Read(SchoolCalendar calendar)
    {
        var faults = new List<Fault>();
        var wanted = new AssignmentSettings
        {
            Title = Title,
            OpensUtc = Moment("opens", Opens, FriendlyDate.ReadOpening(Opens, OpensTime, calendar)),
            DueUtc = FriendlyDate.ReadDue(Due, DueTime, calendar),
            ClosesUtc = Moment("closes", Closes, FriendlyDate.ReadDue(Closes, ClosesTime, calendar)),
            Counts = Counts is null ? CountedAttempt.Best
                : Enum.TryParse<CountedAttempt>(Counts, out var counts) ? counts : (CountedAttempt)(-1),
            Points = Number("points", Points) ?? -1,
            AttemptsAllowed = string.IsNullOrWhiteSpace(Attempts) ? null : Number("attempts", Attempts),
            IsDraft = Draft == "yes",
        };
        return (wanted, faults);

        DateTime? Moment(string field, string? day, DateTime? read)
        {
            if (read is null && !string.IsNullOrWhiteSpace(day))
            {
                faults.Add(new(field, "Give a day, for example 2026-11-24, and the time as hours and minutes or not at all."));
            }

            return read;
        }

        int? Number(string field, string? typed)
        {
            if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            faults.Add(new(field, "Give a whole number."));
            return null;
        }
    }
}
