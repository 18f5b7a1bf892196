using System.Globalization;

namespace Classroom.School.Assignments;

/// <summary>Assignments as the audit log writes them.</summary>
internal static class AssignmentText
{
    private const int LongestValue = 200;

    /// <summary>All that can be changed, each with its name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Settings(Assignment assignment) =>
    [
        ("title", $"“{assignment.Title}”"),
        ("opens", Say(assignment.OpensUtc)),
        ("due", Say(assignment.DueUtc)),
        ("closes", Say(assignment.ClosesUtc)),
        ("points", assignment.Points.ToString(CultureInfo.InvariantCulture)),
        ("attempts", assignment.AttemptsAllowed?.ToString(CultureInfo.InvariantCulture) ?? "any"),
        ("counts", assignment.Counts.ToString()),
        ("minutes", assignment.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "any"),
        ("late", $"{assignment.LatePercentPerDay} % a day, floor {assignment.LateFloorPercent} %"),
        ("for", Whom(assignment)),
        ("scores", assignment.ScoresFrom.ToString()),
        ("answers", assignment.AnswersFrom.ToString()),
        ("category", assignment.CategoryId is { } category ? $"#{category}" : "–"),
        ("after", assignment.AfterId is { } first ? $"#{first}{Reaching(assignment.AfterPercent)}" : "–"),
        ("list", assignment.ListId is { } list ? $"#{list}" : "–"),
        ("draft", assignment.IsDraft ? "yes" : "no"),
        .. OfTask(assignment),
    ];

    private static IEnumerable<(string Name, string Value)> OfTask(Assignment assignment) => assignment.Kind != AssignmentKind.Task
        ? []
        :
        [
            ("goal", TaskGoal.FromJson(assignment.GoalJson)?.ToString() ?? "–"),
            ("config", assignment.ConfigJson ?? "–"),
            ("instructions", $"“{assignment.Instructions}”"),
        ];

    public static string Describe(Assignment assignment) =>
        string.Join(", ", Settings(assignment).Select(setting => $"{setting.Name} {Shorten(setting.Value)}"));

    /// <summary>Only what differs: "due 2026-11-24 22:59Z to 2026-11-26 22:59Z".</summary>
    public static string Differences(IReadOnlyList<(string Name, string Value)> before, Assignment after)
    {
        var changed = before.Zip(Settings(after)).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => $"{pair.First.Name} {Shorten(pair.First.Value)} to {Shorten(pair.Second.Value)}");
        return string.Join(", ", changed.DefaultIfEmpty("nothing"));
    }

    /// <summary>Of a removed assignment: those that waited for it.</summary>
    public static string Freed(IReadOnlyCollection<Assignment> waiting) =>
        waiting.Count == 0 ? "" : $"; no longer waiting for it: {string.Join(", ", waiting.Select(assignment => $"#{assignment.Id}"))}";

    private static string Shorten(string value) => value.Length > LongestValue ? $"{value[..LongestValue]}…" : value;

    private static string Reaching(int? percent) => percent is { } least ? $" with {least} %" : "";

    private static string Whom(Assignment assignment) => !assignment.IsForSome
        ? "the class"
        : $"students {string.Join(' ', assignment.Students.Where(student => student.IsGiven).Select(student => $"#{student.UserId}"))}";

    public static string Say(DateTime? utc) => utc is { } time ? time.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : "–";
}
