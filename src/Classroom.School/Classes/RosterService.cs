using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>
/// The students of a class: who is in it, leaves and changes to another. They enter by <see cref="JoinService"/> and
/// <see cref="WaitingRoomService"/>, or an admin puts them in.
/// </summary>
public sealed class RosterService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>The students by display name; null for anyone but the class's staff and admins.</summary>
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
    /// An admin puts a student into a class, also one who was removed; doing it twice is doing it once. A teacher cannot do this, because
    /// being someone's teacher means seeing her work.
    /// </summary>
    public async Task<Refusal?> EnrolAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return new Refusal.NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var student = await db.Users.SingleOrDefaultAsync(user => user.Id == studentId && user.Role == Role.Student, cancellationToken);
        if (student is null)
        {
            return NotAStudent(studentId);
        }

        if (await db.EnrolAsync(classId, studentId, clock.UtcNow(), cancellationToken))
        {
            db.Record(actor, clock, AuditAction.StudentEnrolled, student.UserName!, $"in {locked.Value.Name}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// Takes a student out of a class; her work stays hers, and the code does not bring her back. For the class's owner, its teachers and
    /// admins.
    /// </summary>
    public async Task<Refusal?> RemoveAsync(Actor actor, int classId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var enrolment = await db.Enrolments.Include(e => e.User)
            .SingleOrDefaultAsync(e => e.ClassId == classId && e.UserId == studentId, cancellationToken);
        if (enrolment is null)
        {
            return new Refusal.NotFound();
        }

        enrolment.State = EnrolmentState.Removed;
        db.Record(actor, clock, AuditAction.StudentRemoved, enrolment.User.UserName!, $"from {locked.Value.Name}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
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
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In the order of their numbers: two moves in opposite directions would wait for each other forever.
        foreach (var classId in new[] { Math.Min(fromClassId, toClassId), Math.Max(fromClassId, toClassId) })
        {
            var locked = await db.Classes.LockAsync(classId, cancellationToken);
            if (!locked.Succeeded)
            {
                return locked.Refusal;
            }
        }

        var from = await db.Enrolments.Include(e => e.User).Include(e => e.Class)
            .SingleOrDefaultAsync(e => e.ClassId == fromClassId && e.UserId == studentId, cancellationToken);
        if (from is null)
        {
            return new Refusal.NotFound();
        }

        if (fromClassId == toClassId)
        {
            return new Refusal.Invalid("toClass", $"{from.User.DisplayName} is in this class already. Choose another one.");
        }

        from.State = EnrolmentState.Removed;
        await db.EnrolAsync(toClassId, studentId, clock.UtcNow(), cancellationToken);
        var to = await db.Classes.Where(c => c.Id == toClassId).Select(c => c.Name).SingleAsync(cancellationToken);
        db.Record(actor, clock, AuditAction.StudentMoved, from.User.UserName!, $"from {from.Class.Name} to {to}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static Refusal.Invalid NotAStudent(int id) =>
        new("student", $"No student has the number {id}. Only students are enrolled; a teacher is added to the class as its teacher.");
}
