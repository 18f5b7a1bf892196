using Classroom.School.Gradebook;
using Classroom.Web.Features.Classes;

namespace Classroom.Web.Features.Gradebook;

/// <param name="Name">Of the class.</param>
/// <param name="Categories">With their weights; none where all points count alike.</param>
/// <param name="Assignments">By due date, without drafts.</param>
/// <param name="Students">By name.</param>
public sealed record GradebookAnswer(
    string Name,
    IReadOnlyList<CategoryDetails> Categories,
    IReadOnlyList<AssignedAnswer> Assignments,
    IReadOnlyList<StudentMarksAnswer> Students)
{
    public static GradebookAnswer From(ClassGradebook gradebook, Curriculum.Curriculum curriculum) => new(
        gradebook.ClassName,
        gradebook.Categories,
        [.. gradebook.Assignments.Select(assignment => AssignedAnswer.From(assignment, curriculum))],
        [.. gradebook.Students.Select(row => StudentMarksAnswer.From(row, gradebook.Assignments))]);
}
