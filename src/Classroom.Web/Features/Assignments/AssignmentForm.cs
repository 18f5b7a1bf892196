using System.Globalization;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Web.Features.Tasks;
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

    public string? Minutes { get; set; }

    public string? LatePercent { get; set; }

    public string? LateFloor { get; set; }

    public string? ScoresFrom { get; set; }

    public string? AnswersFrom { get; set; }

    public string? Category { get; set; }

    /// <summary>The id of the assignment to do first; empty for none.</summary>
    public string? After { get; set; }

    public string? AfterPercent { get; set; }

    /// <summary>The id of its list; empty for none.</summary>
    public string? List { get; set; }

    /// <summary>"some" where not the whole class has it.</summary>
    public string? For { get; set; }

    /// <summary>By the student's id: "yes" where she has it.</summary>
    public Dictionary<int, string>? Students { get; set; }

    /// <summary>What only a lab task has.</summary>
    public TaskForm? Task { get; set; }

    /// <summary>"yes" where it is one.</summary>
    public string? Draft { get; set; }

    /// <summary>"yes" once she has seen whom the change is about.</summary>
    public string? Sure { get; set; }

    /// <param name="students">Those who have it, where it is for some.</param>
    public static AssignmentForm From(AssignmentDetails assignment, IReadOnlyCollection<int> students, SchoolCalendar calendar)
    {
        return new()
        {
            Version = assignment.Version.ToString(CultureInfo.InvariantCulture),
            Title = assignment.Title,
            Opens = Day(assignment.OpensUtc),
            OpensTime = assignment.OpensUtc is { } opens ? FriendlyDate.OpeningTimeForInput(opens, calendar) : null,
            Due = Day(assignment.DueUtc),
            DueTime = TimeOfDay(assignment.DueUtc),
            Closes = Day(assignment.ClosesUtc),
            ClosesTime = TimeOfDay(assignment.ClosesUtc),
            Points = assignment.Points.ToString(CultureInfo.InvariantCulture),
            Attempts = assignment.AttemptsAllowed?.ToString(CultureInfo.InvariantCulture),
            Counts = assignment.Counts.ToString(),
            Minutes = assignment.Minutes?.ToString(CultureInfo.InvariantCulture),
            LatePercent = assignment.Late.PercentPerDay.ToString(CultureInfo.InvariantCulture),
            LateFloor = assignment.Late.FloorPercent.ToString(CultureInfo.InvariantCulture),
            ScoresFrom = assignment.ScoresFrom.ToString(),
            AnswersFrom = assignment.AnswersFrom.ToString(),
            Category = assignment.CategoryId?.ToString(CultureInfo.InvariantCulture),
            After = assignment.AfterId?.ToString(CultureInfo.InvariantCulture),
            AfterPercent = assignment.AfterPercent?.ToString(CultureInfo.InvariantCulture),
            List = assignment.List?.ListId.ToString(CultureInfo.InvariantCulture),
            For = assignment.IsForSome ? "some" : null,
            Students = students.ToDictionary(id => id, _ => "yes"),
            Draft = assignment.IsDraft ? "yes" : null,
        };

        string? Day(DateTime? utc) => utc is { } time ? FriendlyDate.ForInput(calendar.DayOf(time)) : null;

        string? TimeOfDay(DateTime? utc) => utc is { } time ? FriendlyDate.DueTimeForInput(time, calendar) : null;
    }

    /// <summary>What she wants, and what of it cannot be read. All else that may be wrong with it, the service says.</summary>
    public (AssignmentSettings Wanted, IReadOnlyList<Fault> Faults) Read(SchoolCalendar calendar)
    {
        var faults = new List<Fault>();
        var wanted = new AssignmentSettings
        {
            Title = Title,
            OpensUtc = Moment("opens", Opens, OpensTime, FriendlyDate.ReadOpening(Opens, OpensTime, calendar)),
            DueUtc = FriendlyDate.ReadDue(Due, DueTime, calendar),
            ClosesUtc = Moment("closes", Closes, ClosesTime, FriendlyDate.ReadDue(Closes, ClosesTime, calendar)),
            Counts = Choice(Counts, CountedAttempt.Best),
            Points = Number("points", Points) ?? -1,
            AttemptsAllowed = Optional("attempts", Attempts),
            Minutes = Optional("minutes", Minutes),
            Late = new(
                string.IsNullOrWhiteSpace(LatePercent) ? 0 : Number("late", LatePercent) ?? -1,
                string.IsNullOrWhiteSpace(LateFloor) ? 0 : Number("lateFloor", LateFloor) ?? -1),
            ScoresFrom = Choice(ScoresFrom, Release.AtOnce),
            AnswersFrom = Choice(AnswersFrom, Release.AfterDue),
            CategoryId = Optional("category", Category),
            AfterId = Optional("after", After),
            AfterPercent = Optional("afterPercent", AfterPercent),
            ListId = Optional("list", List),
            Students = For == "some" ? [.. (Students ?? []).Where(student => student.Value == "yes").Select(student => student.Key)] : null,
            IsDraft = Draft == "yes",
        };
        return (wanted, faults);

        static T Choice<T>(string? typed, T otherwise)
            where T : struct, Enum =>
            typed is null ? otherwise : Enum.TryParse<T>(typed, out var chosen) ? chosen : (T)Enum.ToObject(typeof(T), -1);

        DateTime? Moment(string field, string? day, string? time, DateTime? read)
        {
            if (read is null && !string.IsNullOrWhiteSpace(day + time))
            {
                faults.Add(new(field, "Give the day, for example 2026-11-24, and the time as hours and minutes or not at all."));
            }

            return read;
        }

        int? Optional(string field, string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Number(field, typed);

        int? Number(string field, string? typed)
        {
            if (int.TryParse(typed?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            faults.Add(new(field, "Give a whole number."));
            return null;
        }
    }
}
