using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Progress;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Gradebook;

/// <summary>Marks: a class's for its teachers, and a student's own.</summary>
public sealed class GradebookReader(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar)
{
    /// <summary>
    /// For the class's teachers and admins; null for anyone else. It costs as many queries for a whole class as for one student.
    /// </summary>
    public async Task<ClassGradebook?> ReadAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var managed = db.Classes.ManagedBy(actor);
        var found = await db.Classes.RunBy(actor).Where(c => c.Id == classId)
            .Select(c => new { c.Name, IsArchived = c.ArchivedUtc != null, IsManaged = managed.Any(other => other.Id == c.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var assignments = await AssignmentsAsync(db.Assignments.Where(a => a.ClassId == classId && !a.IsDraft), cancellationToken);
        var categories = await CategoriesAsync(db, [classId], cancellationToken);
        var people = db.Users.Where(user => db.Enrolments.Any(e => e.ClassId == classId && e.UserId == user.Id));
        var students = await people.Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role))
            .ToListAsync(cancellationToken);
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        var ofClass = categories[classId].ToList();
        return new ClassGradebook(
            classId,
            found.Name,
            ofClass,
            assignments,
            [
                .. from student in students
                   orderby student.DisplayName.ToUpperInvariant(), student.Id
                   let marks = assignments.ConvertAll(assignment => MarkOf(records, student.Id, assignment))
                   let total = MarkTotal.Of([.. marks.Zip(assignments, (mark, a) => (mark, a.CategoryId))], ofClass)
                   select new GradebookRow(student, marks, total),
            ])
        {
            IsArchived = found.IsArchived,
            IsEditable = found.IsManaged && !found.IsArchived,
        };
    }

    /// <summary>The actor's own marks in each class that she is in, by its name. Marks that are held are not in it.</summary>
    public async Task<IReadOnlyList<StudentMarks>> OwnAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assignments = await AssignmentsAsync(db.Assignments.GivenTo(actor.UserId), cancellationToken);
        var ids = assignments.Select(assignment => assignment.ClassId).Distinct().ToList();
        var names = await db.Classes.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var categories = await CategoriesAsync(db, ids, cancellationToken);
        var records = await WorkRecords.ReadAsync(db, db.Users.Where(user => user.Id == actor.UserId), calendar, cancellationToken);
        return
        [
            .. from ofClass in assignments.GroupBy(assignment => assignment.ClassId)
               let groups = categories[ofClass.Key].ToList()
               let marks = ofClass.Select(a => (Assignment: a, Mark: a.PostedUtc is null ? null : MarkOf(records, actor.UserId, a))).ToList()
               let posted = marks.Where(mark => mark.Mark is not null).Select(mark => (mark.Mark!, mark.Assignment.CategoryId)).ToList()
               orderby names[ofClass.Key], ofClass.Key
               select new StudentMarks(
                   ofClass.Key,
                   names[ofClass.Key],
                   [.. marks.Select(mark => new StudentMark(
                       mark.Assignment.For(records.Allowances.For(actor.UserId, mark.Assignment)),
                       groups.Find(category => category.Id == mark.Assignment.CategoryId)?.Name,
                       mark.Mark is null ? null : mark.Mark with { Reason = null }))],
                   MarkTotal.Of(posted, groups)),
        ];
    }

    private Mark MarkOf(WorkRecords records, int studentId, AssignmentDetails assignment) => Mark.From(
        assignment,
        records.For(studentId, assignment),
        records.Allowances.Own(studentId, assignment.Id),
        records.Allowances.For(studentId, assignment).DueUtc,
        calendar.NowUtc);

    private static async Task<List<AssignmentDetails>> AssignmentsAsync(
        IQueryable<Assignment> assignments, CancellationToken cancellationToken) =>
        (await assignments.AsNoTracking().ToListAsync(cancellationToken)).Select(AssignmentDetails.From).InOrder();

    private static async Task<ILookup<int, CategoryDetails>> CategoriesAsync(
        ClassroomDbContext db, List<int> classIds, CancellationToken cancellationToken) =>
        (await db.GradeCategories.AsNoTracking().Where(category => classIds.Contains(category.ClassId)).OrderBy(category => category.Id)
            .ToListAsync(cancellationToken))
            .ToLookup(
                category => category.ClassId,
                category => new CategoryDetails(category.Id, category.Name, category.Weight, category.DropLowest));
}
