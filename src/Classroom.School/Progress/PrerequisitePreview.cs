using Classroom.School.Assignments;
using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>For whom a change of what comes before what would lock or open assignments, before it is made.</summary>
public sealed class PrerequisitePreview(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, SchoolCalendar calendar)
{
    /// <summary>
    /// Only what changes; null for anyone who may not change the assignment. What is wrong with the change itself,
    /// <see cref="AssignmentService.EditAsync"/> says.
    /// </summary>
    public async Task<IReadOnlyList<LockEffect>?> CompareAsync(
        Actor actor, int assignmentId, AssignmentSettings wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Assignments.ManagedBy(db, actor).Where(a => a.Id == assignmentId).Select(a => (int?)a.ClassId)
                .SingleOrDefaultAsync(cancellationToken) is not { } classId)
        {
            return null;
        }

        var now = await db.ReadClassAsync(classId, cancellationToken);
        var list = await AssignmentSequence.FindListAsync(db, classId, wanted.ListId, cancellationToken);
        return await CompareAsync(db, classId, now, AssignmentSequence.With(now, assignmentId, wanted, list), cancellationToken);
    }

    /// <summary>The same for a change of a list, or a new one.</summary>
    /// <param name="actor">Who wants it.</param>
    /// <param name="classId">The class of the list.</param>
    /// <param name="listId">Null for a new list.</param>
    /// <param name="wanted">As it would be.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IReadOnlyList<LockEffect>?> CompareListAsync(
        Actor actor, int classId, int? listId, ListSettings wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Classes.ManagedBy(actor).AnyAsync(c => c.Id == classId, cancellationToken))
        {
            return null;
        }

        var now = await db.ReadClassAsync(classId, cancellationToken);
        return await CompareAsync(db, classId, now, ListSteps.With(now, listId ?? 0, wanted), cancellationToken);
    }

    private async Task<IReadOnlyList<LockEffect>> CompareAsync(
        ClassroomDbContext db,
        int classId,
        List<AssignmentDetails> now,
        List<AssignmentDetails> changed,
        CancellationToken cancellationToken)
    {
        if (PrerequisiteGraph.FindCycle(changed) is not null)
        {
            return [];
        }

        var people = db.Users.Where(user => db.Enrolments.Any(e => e.ClassId == classId && e.UserId == user.Id));
        var students = await people.OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new { user.Id, user.DisplayName })
            .ToListAsync(cancellationToken);
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        var begun = await BegunAssignments.ReadAsync(
            db, [.. now, .. changed], [.. students.Select(student => student.Id)], cancellationToken);
        var locks = new UnmetPrerequisites(curriculum, records, begun, calendar.NowUtc);
        var (before, after) = (Locked(now), Locked(changed));
        return
        [
            .. from assignment in changed.InOrder()
               let locked = Names(after[assignment.Id].Except(before[assignment.Id]))
               let opened = Names(before[assignment.Id].Except(after[assignment.Id]))
               where !assignment.IsDraft && (locked.Count > 0 || opened.Count > 0)
               select new LockEffect(assignment, locked, opened),
        ];

        ILookup<int, int> Locked(List<AssignmentDetails> all) => students
            .SelectMany(student =>
            {
                var given = all.Where(a => !a.IsDraft && records.Allowances.For(student.Id, a).IsGiven).ToList();
                return given.Where(a => locks.Find(student.Id, a, given) is not null).Select(a => (a.Id, StudentId: student.Id));
            })
            .ToLookup(locked => locked.Id, locked => locked.StudentId);

        List<string> Names(IEnumerable<int> ids)
        {
            var wanted = ids.ToHashSet();
            return [.. students.Where(student => wanted.Contains(student.Id)).Select(student => student.DisplayName)];
        }
    }
}
