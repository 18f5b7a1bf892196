using Classroom.School.Feedback;
using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>Which cells of a progress grid somebody looks for.</summary>
/// <param name="Key">Unlike that of any other.</param>
/// <param name="Word">As it stands on its button.</param>
/// <param name="Shape">Its drawing in the grid's key; null where it has none.</param>
public sealed record GridFilter(string Key, string Word, string? Shape, Func<ProgressCell, bool> Matches)
{
    /// <summary>How far students have come.</summary>
    public static IReadOnlyList<GridFilter> States { get; } =
    [
        .. Enum.GetValues<ProgressState>().Select(state => new GridFilter(
            CellLook.Shape(state), CellLook.Word(state), CellLook.Shape(state), cell => cell.State == state)),
        new("late", "Late", "late", cell => cell.IsLate),
        new("overdue", "Overdue", "overdue", cell => cell.IsOverdue),
    ];

    /// <summary>Where feedback stands.</summary>
    public static IReadOnlyList<GridFilter> Feedback { get; } =
    [
        new("needs-feedback", "Needs feedback", "needs-feedback", cell => cell.Feedback.WaitsForTeacher()),
        new("feedback-given", "Feedback given", "feedback-given", cell => cell.Feedback == FeedbackState.Given),
        new("worked-since", "Has worked since", "worked-since", cell => cell.Feedback == FeedbackState.WorkedSince),
    ];
}
