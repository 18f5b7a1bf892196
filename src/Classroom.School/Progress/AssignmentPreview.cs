using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>What a change of an assignment would do to work that is handed in already, before it is made.</summary>
public sealed class AssignmentPreview(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar)
{
    /// <summary>
    /// The students whose score or lateness would change, by name; null for anyone who may not change it. What is wrong with
    /// the change itself, <see cref="AssignmentService.EditAsync"/> says.
    /// </summary>
    public async Task<IReadOnlyList<AssignmentEffect>?> CompareAsync(
        Actor actor, int assignmentId, AssignmentSettings wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Assignments.ManagedBy(db, actor).AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } now)
        {
            return null;
        }

        var people = db.Users.Where(user => db.Enrolments.Any(e => e.ClassId == now.ClassId && e.UserId == user.Id));
        var students = await people.Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellationToken);
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        var ofClass = AssignmentDetails.From(now);
        var changed = ofClass with { DueUtc = wanted.DueUtc ?? now.DueUtc, Counts = wanted.Counts, Late = wanted.Late, Goal = wanted.Goal };
        return
        [
            .. from student in students
               let before = records.Counted(student.Id, ofClass, records.Allowances.For(student.Id, ofClass).DueUtc)
               let after = records.Counted(student.Id, changed, records.Allowances.For(student.Id, changed).DueUtc)
               where before is not null && after is not null
               let isUnjudged = changed.Goal is { } goal && goal != ofClass.Goal && records.HasUnjudged(student.Id, now.Id, goal)
               where before != after || isUnjudged
               orderby student.DisplayName, student.Id
               select new AssignmentEffect(student.DisplayName, before, after) { IsUnjudged = isUnjudged },
        ];
    }
}
