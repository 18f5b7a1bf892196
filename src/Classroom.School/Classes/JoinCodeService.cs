using Classroom.School.Audit;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>The code of a class, for its staff. Students use it with <see cref="JoinService"/>.</summary>
public sealed class JoinCodeService(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar, TimeProvider clock)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>
    /// A new code, for the class's owner, its teachers and admins. The old one stops working at once; whoever is in the class or waits
    /// stays there. It works as long as the old one would have; where that had ended, for good.
    /// </summary>
    public async Task<Outcome<string>> RenewAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var found = locked.Value;
        found.JoinCode = await NewClasses.UnusedCodeAsync(db, cancellationToken);
        found.CodeExpiresUtc = found.CodeExpiresUtc <= clock.UtcNow() ? null : found.CodeExpiresUtc;
        db.Record(actor, clock, AuditAction.JoinCodeRenewed, found.Name, $"(#{found.Id})");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return found.JoinCode;
    }

    /// <summary>For the class's owner, its teachers and admins.</summary>
    public async Task<Refusal?> SetValidityAsync(
        Actor actor, int classId, CodeValidity validity, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        if (!Enum.IsDefined(validity))
        {
            return new Refusal.Invalid(
                "validity", "Choose how long the code works: always, until the end of today, for one week, or not at all.");
        }

        var found = locked.Value;
        var before = Say(found.CodeExpiresUtc);
        var now = clock.UtcNow();
        found.CodeExpiresUtc = validity switch
        {
            CodeValidity.Always => null,
            CodeValidity.Today => EndOfToday(calendar.In(found.TimeZone)),
            CodeValidity.OneWeek => now + Week,
            _ => now,
        };
        db.Record(
            actor, clock, AuditAction.JoinCodeChanged, found.Name, $"(#{found.Id}): expires {before} to {Say(found.CodeExpiresUtc)}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static DateTime EndOfToday(SchoolCalendar calendar) => calendar.EndOf(calendar.Today);

    private static string Say(DateTime? utc) => utc is { } time ? $"{time:yyyy-MM-dd HH:mm}Z" : "never";
}
