using System.Globalization;
using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>
/// Our own columns: the student's id, user name and name, the points in each assignment, and the total. Ids are in it, so that what comes
/// back finds its place whatever was renamed meanwhile.
/// </summary>
internal static class OwnLayout
{
    public const string StudentId = "Student ID";
    public const string UserName = "User name";
    public const string Name = "Name";
    public const string Total = "Total percent";
    public const string Excused = "excused";

    public static IEnumerable<object?[]> Rows(ClassGradebook gradebook, Curriculum.Curriculum curriculum) =>
    [
        [StudentId, UserName, Name, .. gradebook.Assignments.Select(assignment => Title(assignment, curriculum)), Total],
        .. gradebook.Students.Select(row => (object?[])
        [
            row.Student.Id, row.Student.UserName, row.Student.DisplayName,
            .. row.Marks.Select(mark => mark.State == MarkState.Excused ? Excused : (object?)mark.Points),
            row.Total.Score * 100,
        ]),
    ];

    /// <summary>"Overfitting (12)": the name of an assignment with its id.</summary>
    public static string Title(AssignmentDetails assignment, Curriculum.Curriculum curriculum) =>
        string.Create(CultureInfo.InvariantCulture, $"{AssignmentName.For(assignment, curriculum)} ({assignment.Id})");
}
