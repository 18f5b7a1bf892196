using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Audit;

/// <summary>What an admin reads to see who did what. Services write to it in the transaction of the act itself.</summary>
public sealed class AuditLog(IDbContextFactory<ClassroomDbContext> contexts)
{
    /// <summary>Newest first; null for anyone but an admin.</summary>
    public async Task<Page<AuditLine>?> ListAsync(Actor actor, int page = 1, CancellationToken cancellationToken = default)
    {
        if (actor.Role != Role.Admin)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Audit
            .OrderByDescending(entry => entry.Id)
            .Select(entry => new AuditLine(
                entry.WhenUtc,
                db.Users.Where(user => user.Id == entry.ActorId).Select(user => user.UserName).FirstOrDefault(),
                entry.Action,
                entry.Subject,
                entry.Detail))
            .ToPageAsync(page, cancellationToken);
    }
}
