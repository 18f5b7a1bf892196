using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>Students join classes with the code from the board.</summary>
public sealed class JoinService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    private static readonly Refusal OnlyStudents = new Refusal.Invalid(
        "code", "Only students join a class with a code. The owner of a class adds its other teachers.");

    private static readonly Refusal NoSuchCode = new Refusal.Invalid(
        "code",
        $"No class has this code. Look at it again: it has {JoinCode.Length} letters and digits, and your teacher may have a newer one.");

    private static readonly Refusal NoLongerValid = new Refusal.Invalid(
        "code", "This code is no longer valid. Ask your teacher for a new one.");

    private static readonly Refusal TakenOut = new Refusal.Invalid(
        "code", "Your teacher took you out of this class. Ask your teacher to let you back in.");

    /// <summary>
    /// A student joins: she is in, or waits where the class has a waiting room. Joining twice is joining once; whom a teacher has removed,
    /// no code brings back.
    /// </summary>
    public async Task<Outcome<JoinedClass>> JoinAsync(Actor actor, string? code, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Student)
        {
            return OnlyStudents;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, code, cancellationToken) is not { } seen)
        {
            return NoSuchCode;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // With the class locked, so that two clicks are one, and nobody slips in while a teacher removes her or turns the code off.
        var locked = await db.Classes.LockAlsoArchivedAsync(seen.Id, cancellationToken);
        if (locked.Value is not { } found || found.JoinCode != seen.JoinCode)
        {
            return NoSuchCode;
        }

        var there = await db.Enrolments.InAnyState()
            .SingleOrDefaultAsync(e => e.ClassId == found.Id && e.UserId == actor.UserId, cancellationToken);
        if (Refuse(found, there?.State) is { } refusal)
        {
            return refusal;
        }

        var wanted = found.AdmitsAtOnce ? EnrolmentState.Enrolled : there?.State ?? EnrolmentState.Waiting;
        if (there?.State != wanted)
        {
            if (there is null)
            {
                db.Enrolments.Add(
                    new Enrolment { ClassId = found.Id, UserId = actor.UserId, State = wanted, JoinedUtc = clock.UtcNow() });
            }
            else
            {
                there.State = wanted;
            }

            var userName = await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.UserName!)
                .SingleAsync(cancellationToken);
            db.Record(
                actor,
                clock,
                wanted == EnrolmentState.Waiting ? AuditAction.StudentAsked : AuditAction.StudentJoined,
                userName,
                $"{found.Name} (#{found.Id})");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new JoinedClass(found.Id, found.Name, wanted == EnrolmentState.Waiting);
    }

    /// <summary>What <see cref="JoinAsync"/> would refuse, without joining; null where it would not.</summary>
    public async Task<Refusal?> CheckAsync(Actor actor, string? code, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Student)
        {
            return OnlyStudents;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, code, cancellationToken) is not { } found)
        {
            return NoSuchCode;
        }

        var there = await db.Enrolments.InAnyState()
            .Where(e => e.ClassId == found.Id && e.UserId == actor.UserId)
            .Select(e => (EnrolmentState?)e.State)
            .SingleOrDefaultAsync(cancellationToken);
        return Refuse(found, there);
    }

    /// <summary>The names of the classes that the actor waits to be let into.</summary>
    public async Task<IReadOnlyList<string>> ListWaitingAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Enrolments.InAnyState()
            .Where(e => e.UserId == actor.UserId && e.State == EnrolmentState.Waiting && e.Class.ArchivedUtc == null)
            .OrderBy(e => e.Class.Name).ThenBy(e => e.ClassId)
            .Select(e => e.Class.Name)
            .ToListAsync(cancellationToken);
    }

    private static async Task<SchoolClass?> FindAsync(ClassroomDbContext db, string? code, CancellationToken cancellationToken)
    {
        var wanted = JoinCode.Normalize(code);
        return await db.Classes.AsNoTracking().SingleOrDefaultAsync(c => c.JoinCode == wanted, cancellationToken);
    }

    private Refusal? Refuse(SchoolClass found, EnrolmentState? there) => (found.ArchivedUtc, there) switch
    {
        (not null, _) => NoLongerValid,
        (_, EnrolmentState.Removed) => TakenOut,
        (_, EnrolmentState.Enrolled) => null,
        (_, EnrolmentState.Waiting) when !found.AdmitsAtOnce => null,
        _ => found.CodeExpiresUtc <= clock.UtcNow() ? NoLongerValid : null,
    };
}
