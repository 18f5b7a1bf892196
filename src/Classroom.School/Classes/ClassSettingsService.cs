using Classroom.School.Audit;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>Changes a class's name, time zone and waiting room.</summary>
public sealed class ClassSettingsService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>For the class's owner, its teachers and admins.</summary>
    /// <param name="version">The <see cref="ClassDetails.Version"/> that the person saw when she made the change.</param>
    public async Task<Refusal?> ChangeAsync(
        Actor actor, int classId, ClassSettings wanted, int version, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.ManagedBy(actor).LockAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var found = locked.Value;
        if (wanted.FindFaults() is { Count: > 0 } faults)
        {
            return new Refusal.Invalid(faults);
        }

        if (found.Version != version)
        {
            return ClassChanges.ChangedMeanwhile;
        }

        var name = wanted.Name.Trim();
        if (found.Name != name)
        {
            db.Record(actor, clock, AuditAction.ClassRenamed, found.Name, $"(#{found.Id}) to {name}");
        }

        if (Differences(found, wanted) is { Count: > 0 } changes)
        {
            db.Record(actor, clock, AuditAction.ClassChanged, name, $"(#{found.Id}): {string.Join(", ", changes)}");
        }

        (found.Name, found.TimeZone, found.AdmitsAtOnce) = (name, wanted.TimeZone, wanted.AdmitsAtOnce);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static List<string> Differences(SchoolClass before, ClassSettings after)
    {
        var changes = new List<string>();
        if (before.TimeZone != after.TimeZone)
        {
            changes.Add($"time zone {before.TimeZone ?? "the school's"} to {after.TimeZone ?? "the school's"}");
        }

        if (before.AdmitsAtOnce != after.AdmitsAtOnce)
        {
            changes.Add($"waiting room {Say(before.AdmitsAtOnce)} to {Say(after.AdmitsAtOnce)}");
        }

        return changes;
    }

    private static string Say(bool admitsAtOnce) => admitsAtOnce ? "off" : "on";
}
