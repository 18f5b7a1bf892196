using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Gradebook;

/// <param name="State">"graded", "notYetDue", "missing", "excused" or "notAssigned".</param>
/// <param name="Points">What counts; null without a mark.</param>
/// <param name="Possible">Points of a perfect score.</param>
/// <param name="Computed">From what was handed in, less what lateness costs.</param>
/// <param name="BeforeLate">Computed as if in time; null where lateness has cost nothing.</param>
/// <param name="Overridden">A teacher gave the points in place of the computed ones.</param>
/// <param name="Posted">The student sees it.</param>
/// <param name="Reason">Why it is overridden; for teachers.</param>
/// <param name="Comment">For the student.</param>
public sealed record MarkAnswer(
    int Assignment,
    string State,
    double? Points,
    int Possible,
    double? Computed,
    double? BeforeLate,
    bool Overridden,
    bool Late,
    bool Posted,
    string? Reason,
    string? Comment)
{
    public static MarkAnswer From(AssignmentDetails assignment, Mark mark) => new(
        assignment.Id,
        Words.Of(mark.State),
        mark.Points,
        mark.Possible,
        mark.Computed,
        mark.BeforeLate,
        mark.IsOverridden,
        mark.IsLate,
        assignment.PostedUtc is not null,
        mark.Reason,
        mark.Comment);
}
