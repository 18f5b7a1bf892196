using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>For whom of a class an assignment is, and to which of its categories it belongs.</summary>
internal static class AssignmentTargets
{
    /// <summary>What of the settings the class does not have.</summary>
    public static async Task<IReadOnlyList<Fault>> FindFaultsAsync(
        ClassroomDbContext db, int classId, AssignmentSettings wanted, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (wanted.Students is { Count: 0 })
        {
            faults.Add(new("students", "Choose at least one student, or the whole class."));
        }
        else if (wanted.Students is { } students)
        {
            var inClass = await db.Enrolments.Where(e => e.ClassId == classId).Select(e => e.UserId).ToListAsync(cancellationToken);
            faults.AddRange(students.Except(inClass).Order()
                .Select(id => new Fault("students", $"No student with the number {id} is in this class.")));
        }

        if (wanted.CategoryId is { } category
            && !await db.GradeCategories.AnyAsync(c => c.Id == category && c.ClassId == classId, cancellationToken))
        {
            faults.Add(new("category", "This class has no such category. Choose one from the list, or none."));
        }

        return faults;
    }

    /// <param name="assignment">With its <see cref="Assignment.Students"/>.</param>
    /// <param name="students">Null for the whole class.</param>
    public static void Give(Assignment assignment, IReadOnlyCollection<int>? students)
    {
        assignment.IsForSome = students is not null;
        foreach (var student in assignment.Students)
        {
            student.IsGiven = students?.Contains(student.UserId) == true;
        }

        var there = assignment.Students.Select(student => student.UserId);
        assignment.Students.AddRange(
            (students ?? []).Except(there).Select(id => new AssignmentStudent { UserId = id, IsGiven = true }).ToList());
    }
}
