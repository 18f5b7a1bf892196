using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.School.People;

namespace Classroom.School.Regrades;

/// <summary>The marks of a class in one assignment, as they stand in the caller's transaction.</summary>
internal sealed record AssignmentMarks(IReadOnlyList<(Person Student, Mark Mark)> All)
{
    public static async Task<AssignmentMarks> ReadAsync(
        ClassroomDbContext db, Assignment assignment, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        var marks = await ClassMarks.ReadAsync(db, assignment.ClassId, calendar, cancellationToken);
        return new(
        [
            .. from student in marks.Students
               orderby student.DisplayName.ToUpperInvariant(), student.Id
               select (student, marks.Find(student.Id, assignment.Id)!),
        ]);
    }

    /// <summary>The students whose marks are others by now, also where a teacher's own mark stands in front of the computed one.</summary>
    public IReadOnlyList<RegradeEffect> Compare(AssignmentMarks after) =>
    [
        .. from pair in All.Join(after.All, one => one.Student.Id, other => other.Student.Id, (one, other) => (one, other))
           where pair.one.Mark != pair.other.Mark
           select new RegradeEffect(pair.one.Student, pair.one.Mark, pair.other.Mark),
    ];
}
