using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>The students of a class: who is in it, enters, leaves and changes to another.</summary>
public sealed class RosterService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    public static Refusal NoSuchCode => new Refusal.Invalid(
        "code",
        $"No class has this code. Look at it again: it has {JoinCode.Length} letters and digits, and your teacher may have a newer one.");

    /// <summary>The students by display name; null for anyone but the class's teachers and admins.</summary>
    public async Task<IReadOnlyList<RosterEntry>?> ListAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var roster = await db.Classes.RunBy(actor)
            .Where(c => c.Id == classId)
            .Select(c => c.Enrolments
                .Select(e => new RosterEntry(new Person(e.UserId, e.User.UserName!, e.User.DisplayName, e.User.Role), e.JoinedUtc))
                .ToList())
            .SingleOrDefaultAsync(cancellationToken);
        return roster?.OrderBy(entry => entry.Student.DisplayName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Student.Id)
            .ToList();
    }

    /// <summary>
    /// A student joins with the code from the board; joining twice is joining once. Only an admin may add someone else,
    /// because being her teacher means seeing her work.
    /// </summary>
    public async Task<Outcome<ClassSummary>> JoinByCodeAsync(Actor actor, string code, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Student)
        {
            return new Refusal.Invalid("code", "Only students join a class with a code. An admin adds a teacher to a class.");
        }

        var wanted = JoinCode.Normalize(code);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Classes.SingleOrDefaultAsync(c => c.JoinCode == wanted, cancellationToken) is not { } found)
        {
            return NoSuchCode;
        }

        await EnrolOnceAsync(db, found.Id, actor.UserId, cancellationToken);
        var students = await db.Enrolments.CountAsync(e => e.ClassId == found.Id, cancellationToken);
        return new ClassSummary(found.Id, found.Name, null, students, found.Version);
    }

    /// <summary>An admin puts a student into a class; doing it twice is doing it once.</summary>
    public async Task<Refusal?> EnrolAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Classes.SingleOrDefaultAsync(c => c.Id == classId, cancellationToken);
        var student = await db.Users.SingleOrDefaultAsync(user => user.Id == studentId && user.Role == Role.Student, cancellationToken);
        if (found is null || student is null)
        {
            return found is null ? new Refusal.NotFound() : NotAStudent(studentId);
        }

        db.Record(actor, clock, AuditAction.StudentEnrolled, student.UserName!, $"in {found.Name}");
        await EnrolOnceAsync(db, classId, studentId, cancellationToken);
        return null;
    }

    /// <summary>Takes a student out of a class; her work stays hers. For the class's teachers and admins.</summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var enrolment = await db.Classes.RunBy(actor)
            .Where(c => c.Id == classId)
            .SelectMany(c => c.Enrolments)
            .Include(e => e.User)
            .Include(e => e.Class)
            .SingleOrDefaultAsync(e => e.UserId == studentId, cancellationToken);
        if (enrolment is null)
        {
            return new Refusal.NotFound();
        }

        db.Enrolments.Remove(enrolment);
        db.Record(actor, clock, AuditAction.StudentRemoved, enrolment.User.UserName!, $"from {enrolment.Class.Name}");
        return await db.SaveOrConflictAsync(cancellationToken);
    }

    /// <summary>An admin moves a student; she is never in neither class, and in both only if she was in the second already.</summary>
    public async Task<Refusal?> MoveStudentAsync(
        Actor actor, int studentId, int fromClassId, int toClassId, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var from = await db.Enrolments.Include(e => e.User).Include(e => e.Class)
            .SingleOrDefaultAsync(e => e.ClassId == fromClassId && e.UserId == studentId, cancellationToken);
        var to = await db.Classes.SingleOrDefaultAsync(c => c.Id == toClassId, cancellationToken);
        if (from is null || to is null)
        {
            return new Refusal.NotFound();
        }

        if (fromClassId == toClassId)
        {
            return new Refusal.Invalid("toClass", $"{from.User.DisplayName} is in this class already. Choose another one.");
        }

        db.Enrolments.Remove(from);
        if (!await db.Enrolments.AnyAsync(e => e.ClassId == toClassId && e.UserId == studentId, cancellationToken))
        {
            db.Enrolments.Add(new Enrolment { ClassId = toClassId, UserId = studentId, JoinedUtc = clock.UtcNow() });
        }

        db.Record(actor, clock, AuditAction.StudentMoved, from.User.UserName!, $"from {from.Class.Name} to {to.Name}");
        return await db.SaveOrConflictAsync(cancellationToken);
    }

    private static Refusal.Invalid NotAStudent(int id) =>
        new("student", $"No student has the number {id}. Only students are enrolled; a teacher is added to the class as its teacher.");

    /// <summary>Stores the enrolment with whatever else the context holds, unless it is there already: then nothing.</summary>
    private async Task EnrolOnceAsync(ClassroomDbContext db, int classId, int studentId, CancellationToken cancellationToken)
    {
        var there = db.Enrolments.Where(e => e.ClassId == classId && e.UserId == studentId);
        if (await there.AnyAsync(cancellationToken))
        {
            return;
        }

        db.Enrolments.Add(new Enrolment { ClassId = classId, UserId = studentId, JoinedUtc = clock.UtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A second click may have been faster; anything else is a real error.
            db.ChangeTracker.Clear();
            if (!await there.AnyAsync(cancellationToken))
            {
                throw;
            }
        }
    }
}
