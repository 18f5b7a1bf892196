using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>
/// What Moodle's grade import reads: a column that identifies the user, and for each assignment one with points and one with feedback.
/// Which grade item is which column is chosen there. An empty cell is no grade; that somebody is excused cannot be said.
/// </summary>
internal static class MoodleLayout
{
    public static IEnumerable<object?[]> Rows(ClassGradebook gradebook, Curriculum.Curriculum curriculum) =>
    [
        [
            "username", "Name",
            .. gradebook.Assignments.Select(assignment => OwnLayout.Title(assignment, curriculum))
                .SelectMany(title => new[] { title, $"{title} feedback" }),
        ],
        .. gradebook.Students.Select(row => (object?[])
        [
            row.Student.UserName, row.Student.DisplayName, .. row.Marks.SelectMany(mark => new object?[] { mark.Points, mark.Comment }),
        ]),
    ];
}
