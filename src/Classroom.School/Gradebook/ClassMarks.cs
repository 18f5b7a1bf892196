using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Progress;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Gradebook;

/// <summary>The marks of a class, as they stand in the caller's transaction.</summary>
internal sealed class ClassMarks
{
    private readonly Dictionary<int, Person> students;
    private readonly Dictionary<int, AssignmentDetails> assignments;
    private readonly WorkRecords records;
    private readonly DateTime now;

    private ClassMarks(IEnumerable<Person> students, IEnumerable<AssignmentDetails> assignments, WorkRecords records, DateTime now)
    {
        this.students = students.ToDictionary(student => student.Id);
        this.assignments = assignments.ToDictionary(assignment => assignment.Id);
        (this.records, this.now) = (records, now);
    }

    public IReadOnlyCollection<Person> Students => students.Values;

    /// <summary>Without drafts.</summary>
    public static async Task<ClassMarks> ReadAsync(
        ClassroomDbContext db, int classId, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        var people = db.Users.Where(user => db.Enrolments.Any(e => e.ClassId == classId && e.UserId == user.Id));
        var students = await people.Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role))
            .ToListAsync(cancellationToken);
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.ClassId == classId && !a.IsDraft).ToListAsync(cancellationToken);
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        return new(students, assignments.ConvertAll(AssignmentDetails.From), records, calendar.NowUtc);
    }

    public Person? Student(int studentId) => students.GetValueOrDefault(studentId);

    /// <summary>Null where the class has no such student or assignment.</summary>
    public Mark? Find(int studentId, int assignmentId) =>
        students.ContainsKey(studentId) && assignments.TryGetValue(assignmentId, out var assignment)
            ? Mark.From(
                assignment,
                records.For(studentId, assignment),
                records.Allowances.Own(studentId, assignmentId),
                records.Allowances.For(studentId, assignment).DueUtc,
                now)
            : null;
}
