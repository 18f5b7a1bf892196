using Classroom.School.Audit;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Classes;

/// <summary>
/// Puts classes away that are over, and takes them out again. An archived class can be read by its staff and changed by nobody; its
/// students do not see it, its code lets nobody in, and nothing in it is due.
/// </summary>
public sealed class ClassArchive(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>For the class's owner and admins; doing it twice is doing it once.</summary>
    public Task<Refusal?> ArchiveAsync(Actor actor, int classId, CancellationToken cancellationToken = default) =>
        SetAsync(actor, classId, archived: true, cancellationToken);

    /// <summary>For the class's owner and admins; doing it twice is doing it once.</summary>
    public Task<Refusal?> RestoreAsync(Actor actor, int classId, CancellationToken cancellationToken = default) =>
        SetAsync(actor, classId, archived: false, cancellationToken);

    private async Task<Refusal?> SetAsync(Actor actor, int classId, bool archived, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await db.Classes.OwnedBy(actor).LockAlsoArchivedAsync(classId, cancellationToken);
        if (!locked.Succeeded)
        {
            return locked.Refusal;
        }

        var found = locked.Value;
        if (found.ArchivedUtc is not null == archived)
        {
            return null;
        }

        found.ArchivedUtc = archived ? clock.UtcNow() : null;
        db.Record(
            actor, clock, archived ? AuditAction.ClassArchived : AuditAction.ClassRestored, found.Name, $"(#{found.Id})");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
