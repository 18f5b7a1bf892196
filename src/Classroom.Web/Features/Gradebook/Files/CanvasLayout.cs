using System.Globalization;
using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>
/// What the gradebook of Canvas exports and imports. It finds a student by its own ID first, then by the SIS IDs, then by name: our ids
/// could be those of others there, so only the SIS Login ID is filled in, with the user name.
/// </summary>
public static class CanvasLayout
{
    public const string Student = "Student";
    public const string Login = "SIS Login ID";
    public const string PointsPossible = "Points Possible";
    public const string Excused = "EX";

    /// <summary>Columns that say who a student is, or that Canvas works out itself.</summary>
    public static readonly IReadOnlyList<string> Others =
        [Student, "LastName", "FirstName", "ID", "SIS User ID", Login, "Integration ID", "Root Account", "Section"];

    public static IEnumerable<object?[]> Rows(ClassGradebook gradebook, Curriculum.Curriculum curriculum) =>
    [
        [
            Student, "ID", "SIS User ID", Login, "Section",
            .. gradebook.Assignments.Select(assignment => OwnLayout.Title(assignment, curriculum)),
        ],
        [
            $"    {PointsPossible}", null, null, null, null,
            .. gradebook.Assignments.Select(assignment => (object?)assignment.Points.ToString(CultureInfo.InvariantCulture)),
        ],
        .. gradebook.Students.Select(row => (object?[])
        [
            row.Student.DisplayName, null, null, row.Student.UserName, gradebook.ClassName,
            .. row.Marks.Select(mark => mark.State == MarkState.Excused ? Excused : (object?)mark.Points),
        ]),
    ];
}
