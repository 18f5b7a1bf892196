using Classroom.School.Feedback;
using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>A cell's shape and word. The names of shapes are ids in <see cref="GridShapes"/>, and the cells' classes.</summary>
public static class CellLook
{
    public static string Shape(ProgressState state) => state switch
    {
        ProgressState.NotBegun => "not-begun",
        ProgressState.Reading => "reading",
        ProgressState.Begun => "begun",
        ProgressState.HandedIn => "handed-in",
        ProgressState.BelowPassing => "below",
        ProgressState.Mastered => "mastered",
        ProgressState.Excused => "excused",
        _ => "not-assigned",
    };

    public static string Word(ProgressState state) => state switch
    {
        ProgressState.NotBegun => "Not begun",
        ProgressState.Reading => "Has read",
        ProgressState.Begun => "Begun",
        ProgressState.HandedIn => "Handed in",
        ProgressState.BelowPassing => "Below passing",
        ProgressState.Mastered => "Mastered",
        ProgressState.Excused => "Excused",
        _ => "Not assigned",
    };

    /// <summary>Null where there is nothing to say.</summary>
    public static (string Shape, string Word)? Of(FeedbackState feedback) => feedback switch
    {
        FeedbackState.Needed => ("needs-feedback", "Needs feedback"),
        FeedbackState.Given => ("feedback-given", "Feedback given"),
        FeedbackState.WorkedSince => ("worked-since", "Has worked since your feedback"),
        _ => null,
    };
}
