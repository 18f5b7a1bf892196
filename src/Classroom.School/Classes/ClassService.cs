using Classroom.Naming;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>Classes: their names, join codes and first teachers. Students are in <see cref="RosterService"/>.</summary>
public sealed class ClassService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    public const int LongestName = 100;

    /// <summary>An admin's all, a teacher's own, a student's enrolled; by name.</summary>
    public async Task<IReadOnlyList<ClassSummary>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var showCode = actor.Role != Role.Student;
        var classes = await db.Classes.VisibleTo(actor)
            .Select(c => new ClassSummary(c.Id, c.Name, showCode ? c.JoinCode : null, c.Enrolments.Count, c.Version)
            {
                Teachers = c.Teachers.OrderBy(t => t.UserId).Select(t => t.User.DisplayName).ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. classes.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Id)];
    }

    public async Task<ClassDetails?> GetAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var showCode = actor.Role != Role.Student;
        return await db.Classes.VisibleTo(actor)
            .Where(c => c.Id == classId)
            .Select(c => new ClassDetails(
                c.Id,
                c.Name,
                showCode ? c.JoinCode : null,
                c.Enrolments.Count,
                c.Version,
                c.Teachers.OrderBy(t => t.UserId)
                    .Select(t => new Person(t.UserId, t.User.UserName!, t.User.DisplayName, t.User.Role))
                    .ToList()))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>An admin creates a class and names its teachers.</summary>
    public async Task<Outcome<ClassDetails>> CreateAsync(
        Actor actor, string name, IReadOnlyCollection<int> teacherIds, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        var faults = NameFaults(name);
        var wanted = teacherIds.Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Users
            .Where(user => wanted.Contains(user.Id) && user.Role != Role.Student)
            .Select(user => user.Id)
            .ToListAsync(cancellationToken);
        faults.AddRange(wanted.Except(known).Select(ClassTeacherService.NotATeacher));
        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        var created = new SchoolClass
        {
            Name = name.Trim(),
            JoinCode = await UnusedCodeAsync(db, cancellationToken),
            CreatedUtc = clock.UtcNow(),
        };
        created.Teachers.AddRange(wanted.Select(id => new ClassTeacher { UserId = id }));
        db.Classes.Add(created);
        db.Record(actor, clock, AuditAction.ClassCreated, created.Name);
        await db.SaveChangesAsync(cancellationToken);
        return (await GetAsync(actor, created.Id, cancellationToken))!;
    }

    /// <param name="version">The <see cref="ClassDetails.Version"/> that the person saw when she typed the new name.</param>
    public async Task<Refusal?> RenameAsync(
        Actor actor, int classId, string name, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Classes.RunBy(actor).SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        if (NameFaults(name) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        db.Record(actor, clock, AuditAction.ClassRenamed, found.Name, $"to {name.Trim()}");
        db.Entry(found).Property(c => c.Version).OriginalValue = version;
        found.Name = name.Trim();
        db.Entry(found).State = EntityState.Modified;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ClassChanges.ChangedMeanwhile;
        }
    }

    /// <summary>A fresh code; the old one stops working at once.</summary>
    public async Task<Outcome<string>> NewJoinCodeAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Classes.RunBy(actor).SingleOrDefaultAsync(c => c.Id == classId, cancellationToken) is not { } found)
        {
            return new Refusal.NotFound();
        }

        found.JoinCode = await UnusedCodeAsync(db, cancellationToken);
        db.Record(actor, clock, AuditAction.JoinCodeRenewed, found.Name);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return found.JoinCode;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ClassChanges.ChangedMeanwhile;
        }
    }

    private static List<Fault> NameFaults(string? name) => name?.Trim() switch
    {
        null or "" => [new Fault("name", "A class needs a name, for example \"7b Computing\".")],
        { Length: > LongestName } trimmed => [new Fault("name", $"The name has {trimmed.Length} characters; at most {LongestName} fit.")],
        { } trimmed when NameText.Fault(trimmed) is { } unseen => [new Fault("name", unseen)],
        _ => [],
    };

    private static async Task<string> UnusedCodeAsync(ClassroomDbContext db, CancellationToken cancellationToken)
    {
        // A clash is a one-in-millions event; the unique index catches the one that slips between this check and the save.
        string code;
        do
        {
            code = JoinCode.New();
        }
        while (await db.Classes.AnyAsync(c => c.JoinCode == code, cancellationToken));
        return code;
    }
}
