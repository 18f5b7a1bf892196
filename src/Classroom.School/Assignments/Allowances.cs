using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>What is different for which student, read once for many people and assignments with two queries.</summary>
internal sealed class Allowances
{
    private readonly Dictionary<(int AssignmentId, int UserId), AssignmentStudent> own;
    private readonly Dictionary<int, Accommodation> accommodations;
    private readonly SchoolCalendar calendar;

    private Allowances(IEnumerable<AssignmentStudent> own, IEnumerable<Accommodation> accommodations, SchoolCalendar calendar)
    {
        this.own = own.ToDictionary(student => (student.AssignmentId, student.UserId));
        this.accommodations = accommodations.ToDictionary(accommodation => accommodation.UserId);
        this.calendar = calendar;
    }

    public static async Task<Allowances> ReadAsync(
        ClassroomDbContext db, IQueryable<User> people, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        var own = await db.AssignmentStudents.AsNoTracking().Where(student => people.Any(person => person.Id == student.UserId))
            .ToListAsync(cancellationToken);
        var accommodations = await db.Accommodations.AsNoTracking().Where(extra => people.Any(person => person.Id == extra.UserId))
            .ToListAsync(cancellationToken);
        return new Allowances(own, accommodations, calendar);
    }

    public AssignmentStudent? Own(int userId, int assignmentId) => own.GetValueOrDefault((assignmentId, userId));

    public Allowance For(int userId, AssignmentDetails assignment) =>
        Allowance.For(assignment, Own(userId, assignment.Id), accommodations.GetValueOrDefault(userId), calendar);
}
