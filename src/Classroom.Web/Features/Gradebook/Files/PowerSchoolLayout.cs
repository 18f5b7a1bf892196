using System.Globalization;
using Classroom.School;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>
/// The scores template of PowerTeacher Pro, for one assignment: seven lines about it, a head, and a line for each student. PowerSchool
/// finds a student by the number of the school alone; we have only user names, which some schools make of these numbers.
/// </summary>
internal static class PowerSchoolLayout
{
    public static IEnumerable<object?[]> Rows(
        ClassGradebook gradebook, int place, string teacher, Curriculum.Curriculum curriculum, SchoolCalendar calendar)
    {
        var assignment = gradebook.Assignments[place];
        return
        [
            ["Teacher Name:", teacher, null],
            ["Class:", gradebook.ClassName, null],
            ["Assignment Name:", AssignmentName.For(assignment, curriculum), null],
            ["Due Date:", FriendlyDate.ForInput(calendar.DayOf(assignment.DueUtc)), null],
            ["Points Possible:", assignment.Points.ToString("0.0", CultureInfo.InvariantCulture), null],
            ["Extra Points:", "0.0", null],
            ["Score Type:", "POINTS", null],
            ["Student Num", "Student Name", "Score"],
            .. gradebook.Students.Select(row => (object?[])[row.Student.UserName, row.Student.DisplayName, row.Marks[place].Points]),
        ];
    }
}
