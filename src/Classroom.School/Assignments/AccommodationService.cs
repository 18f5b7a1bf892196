using System.Globalization;
using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Extra time, days and attempts that stay with a student, in all classes and in all assignments to come.</summary>
public sealed class AccommodationService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock, IDeadlines deadlines)
{
    /// <summary>For the student's teachers and admins; null for anyone else.</summary>
    public async Task<AccommodationSettings?> FindAsync(Actor actor, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await StudentsOf(db, db.Classes.RunBy(actor)).AnyAsync(user => user.Id == studentId, cancellationToken))
        {
            return null;
        }

        return await db.Accommodations.Where(extra => extra.UserId == studentId)
            .Select(extra => new AccommodationSettings(extra.TimeFactor, extra.ExtraDays, extra.ExtraAttempts))
            .SingleOrDefaultAsync(cancellationToken) ?? new();
    }

    /// <summary>For the student's teachers, not their assistants, and admins. An attempt that is under way gets the new time at once.</summary>
    public async Task<Refusal?> SetAsync(
        Actor actor, int studentId, AccommodationSettings wanted, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPersonAsync(studentId, cancellationToken);
        if (await StudentsOf(db, db.Classes.ManagedBy(actor).Current()).Where(user => user.Id == studentId).Select(user => user.UserName)
                .SingleOrDefaultAsync(cancellationToken) is not { } student)
        {
            return new Refusal.NotFound();
        }

        if (FindFaults(wanted) is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        var stored = await db.Accommodations.SingleOrDefaultAsync(extra => extra.UserId == studentId, cancellationToken);
        var before = stored is null ? new() : new AccommodationSettings(stored.TimeFactor, stored.ExtraDays, stored.ExtraAttempts);
        if (before == wanted)
        {
            return null;
        }

        stored ??= db.Accommodations.Add(new() { UserId = studentId }).Entity;
        (stored.TimeFactor, stored.ExtraDays, stored.ExtraAttempts) = (wanted.TimeFactor, wanted.ExtraDays, wanted.ExtraAttempts);
        db.Record(actor, clock, AuditAction.AccommodationChanged, student, $"{Describe(before)} to {Describe(wanted)}");
        await db.SaveChangesAsync(cancellationToken);
        await deadlines.FollowAsync(db, assignmentId: null, studentId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static IQueryable<User> StudentsOf(ClassroomDbContext db, IQueryable<SchoolClass> classes) =>
        db.Users.Where(user => user.Role == Role.Student && classes.Any(c => c.Enrolments.Any(e => e.UserId == user.Id)));

    private static List<Fault> FindFaults(AccommodationSettings wanted)
    {
        var faults = new List<Fault>();
        if (!(wanted.TimeFactor >= 1 && wanted.TimeFactor <= Accommodation.MostTime))
        {
            faults.Add(new("time", $"Give a factor from 1 to {Accommodation.MostTime}, for example 1.5 for half as much time again."));
        }

        if (wanted.ExtraDays is < 0 or > Accommodation.MostDays)
        {
            faults.Add(new("days", $"Give a whole number of days from 0 to {Accommodation.MostDays}."));
        }

        if (wanted.ExtraAttempts is < 0 or > Accommodation.MostAttempts)
        {
            faults.Add(new("attempts", $"Give a whole number of attempts from 0 to {Accommodation.MostAttempts}."));
        }

        return faults;
    }

    private static string Describe(AccommodationSettings settings) => string.Create(
        CultureInfo.InvariantCulture, $"time × {settings.TimeFactor}, {settings.ExtraDays} days, {settings.ExtraAttempts} attempts");
}
