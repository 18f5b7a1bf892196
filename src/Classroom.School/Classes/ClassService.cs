using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>Which classes there are, and new ones. Students are in <see cref="RosterService"/>, the staff in
/// <see cref="ClassTeacherService"/>.</summary>
public sealed class ClassService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>An admin's all, a teacher's own, a student's enrolled; by name, without those that are archived.</summary>
    public Task<IReadOnlyList<ClassSummary>> ListAsync(Actor actor, CancellationToken cancellationToken = default) =>
        ListAsync(actor, archived: false, cancellationToken);

    /// <summary>An admin's all, a teacher's own; by name. None for a student.</summary>
    public Task<IReadOnlyList<ClassSummary>> ListArchivedAsync(Actor actor, CancellationToken cancellationToken = default) =>
        ListAsync(actor, archived: true, cancellationToken);

    public async Task<ClassDetails?> GetAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var showCode = actor.Role != Role.Student;
        var (managed, owned) = (db.Classes.ManagedBy(actor), db.Classes.OwnedBy(actor));
        var found = await db.Classes.VisibleTo(actor)
            .Where(c => c.Id == classId)
            .Select(c => new ClassDetails(
                c.Id,
                c.Name,
                showCode ? c.JoinCode : null,
                c.Enrolments.Count,
                c.Version,
                c.Teachers.OrderBy(t => t.Role == ClassRole.Owner ? 0 : 1).ThenBy(t => t.UserId)
                    .Select(t => new StaffMember(new Person(t.UserId, t.User.UserName!, t.User.DisplayName, t.User.Role), t.Role))
                    .ToList())
            {
                CodeExpiresUtc = c.CodeExpiresUtc,
                AdmitsAtOnce = c.AdmitsAtOnce,
                TimeZone = c.TimeZone,
                ArchivedUtc = c.ArchivedUtc,
                IsManaged = managed.Any(mine => mine.Id == c.Id),
                IsOwned = owned.Any(mine => mine.Id == c.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || !showCode
            ? found
            : found with
            {
                Waiting = (await WaitingAsync(db, db.Classes.Where(c => c.Id == classId), cancellationToken)).GetValueOrDefault(classId),
            };
    }

    /// <summary>A teacher creates a class of her own, which asks students to wait until she lets them in.</summary>
    public async Task<Outcome<ClassDetails>> CreateOwnAsync(Actor actor, string name, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CreateAsync(db, actor, name, [actor.UserId], cancellationToken);
    }

    /// <summary>An admin creates a class and names its teachers; the first of them owns it.</summary>
    public async Task<Outcome<ClassDetails>> CreateAsync(
        Actor actor, string name, IReadOnlyCollection<int> teacherIds, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CreateAsync(db, actor, name, [.. teacherIds.Distinct()], cancellationToken);
    }

    private async Task<Outcome<ClassDetails>> CreateAsync(
        ClassroomDbContext db, Actor actor, string name, List<int> wanted, CancellationToken cancellationToken)
    {
        var faults = ClassSettings.FindNameFaults(name);
        var known = await db.Users
            .Where(user => wanted.Contains(user.Id) && user.Role != Role.Student)
            .Select(user => user.Id)
            .ToListAsync(cancellationToken);
        faults.AddRange(wanted.Except(known).Select(ClassTeacherService.NotATeacher));
        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var created = await NewClasses.CreateAsync(db, name.Trim(), clock.UtcNow(), cancellationToken);
        created.Teachers.AddRange(wanted.Select(
            (id, place) => new ClassTeacher { UserId = id, Role = place == 0 ? ClassRole.Owner : ClassRole.Teacher }));
        db.Classes.Add(created);
        db.Record(actor, clock, AuditAction.ClassCreated, created.Name);
        await db.SaveChangesAsync(cancellationToken);
        return (await GetAsync(actor, created.Id, cancellationToken))!;
    }

    private async Task<IReadOnlyList<ClassSummary>> ListAsync(Actor actor, bool archived, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var showCode = actor.Role != Role.Student;
        var visible = db.Classes.VisibleTo(actor).Where(c => c.ArchivedUtc != null == archived);
        var managed = db.Classes.ManagedBy(actor);
        var classes = await visible
            .Select(c => new ClassSummary(c.Id, c.Name, showCode ? c.JoinCode : null, c.Enrolments.Count, c.Version)
            {
                Teachers = c.Teachers.OrderBy(t => t.Role == ClassRole.Owner ? 0 : 1).ThenBy(t => t.UserId)
                    .Select(t => t.User.DisplayName).ToList(),
                IsManaged = managed.Any(mine => mine.Id == c.Id),
            })
            .ToListAsync(cancellationToken);
        var waiting = showCode ? await WaitingAsync(db, visible, cancellationToken) : [];
        return
        [
            .. classes.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Id)
                .Select(c => c with { Waiting = waiting.GetValueOrDefault(c.Id) }),
        ];
    }

    // In a query of its own, because it looks at those who are not enrolled. So must not what says which classes a student sees.
    private static Task<Dictionary<int, int>> WaitingAsync(
        ClassroomDbContext db, IQueryable<SchoolClass> classes, CancellationToken cancellationToken) =>
        db.Enrolments.InAnyState()
            .Where(e => e.State == EnrolmentState.Waiting && classes.Any(c => c.Id == e.ClassId))
            .GroupBy(e => e.ClassId)
            .Select(waiting => new { waiting.Key, Count = waiting.Count() })
            .ToDictionaryAsync(waiting => waiting.Key, waiting => waiting.Count, cancellationToken);
}
