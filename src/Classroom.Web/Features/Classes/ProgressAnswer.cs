using Classroom.School.Progress;

namespace Classroom.Web.Features.Classes;

/// <param name="Name">Of the class.</param>
/// <param name="Assignments">By due date, without drafts.</param>
/// <param name="Students">By name.</param>
public sealed record ProgressAnswer(
    string Name, IReadOnlyList<AssignedAnswer> Assignments, IReadOnlyList<StudentProgressAnswer> Students)
{
    public static ProgressAnswer From(ClassProgress progress, Curriculum.Curriculum curriculum) => new(
        progress.ClassName,
        [.. progress.Assignments.Select(assignment => AssignedAnswer.From(assignment, curriculum))],
        [.. progress.Students.Select(row => new StudentProgressAnswer(
            row.Student.Id,
            row.Student.UserName,
            row.Student.DisplayName,
            [.. progress.Assignments.Zip(row.Cells, (assignment, cell) => ProgressCellAnswer.From(assignment.Id, cell))],
            row.Runs))]);
}
