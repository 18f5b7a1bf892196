using Classroom.School.Assignments;
using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook;

/// <param name="Marks">One for each assignment, in their order.</param>
public sealed record StudentMarksAnswer(
    int Id, string UserName, string Name, IReadOnlyList<MarkAnswer> Marks, TotalAnswer Total)
{
    public static StudentMarksAnswer From(GradebookRow row, IReadOnlyList<AssignmentDetails> assignments) => new(
        row.Student.Id,
        row.Student.UserName,
        row.Student.DisplayName,
        [.. assignments.Zip(row.Marks, MarkAnswer.From)],
        TotalAnswer.From(row.Total));
}
