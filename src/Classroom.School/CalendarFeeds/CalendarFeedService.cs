using Classroom.School.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.CalendarFeeds;

/// <summary>Each person's own feed: on, with another address, or off.</summary>
public sealed class CalendarFeedService(
    IDbContextFactory<ClassroomDbContext> contexts, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly CalendarSecret secrets = new(protection);

    /// <summary>Null where the actor has none.</summary>
    public async Task<CalendarAddress?> FindAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CalendarFeeds.AsNoTracking()
            .SingleOrDefaultAsync(feed => feed.UserId == actor.UserId, cancellationToken) is { } found
            ? new CalendarAddress(secrets.Unprotect(found.ProtectedSecret), found.MadeUtc)
            : null;
    }

    /// <summary>Gives the actor an address, and another one where she has one: the old one is nobody's at once.</summary>
    public async Task<Refusal?> RenewAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var secret = CalendarSecret.New();
        var stored = secrets.Protect(secret);
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPersonAsync(actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var hadOne = await db.CalendarFeeds.Where(feed => feed.UserId == actor.UserId).ExecuteDeleteAsync(cancellationToken) > 0;
        db.CalendarFeeds.Add(new CalendarFeed
        {
            UserId = actor.UserId,
            AddressHash = CalendarSecret.Hash(secret),
            ProtectedSecret = stored,
            MadeUtc = now,
            ChangedUtc = now,
        });
        await RecordAsync(db, actor, hadOne ? AuditAction.CalendarRenewed : AuditAction.CalendarTurnedOn, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Nothing happens where it is off already.</summary>
    public async Task<Refusal?> TurnOffAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.CalendarFeeds.Where(feed => feed.UserId == actor.UserId).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            await RecordAsync(db, actor, AuditAction.CalendarTurnedOff, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return null;
    }

    private async Task RecordAsync(ClassroomDbContext db, Actor actor, AuditAction action, CancellationToken cancellationToken) =>
        db.Record(
            actor,
            clock,
            action,
            await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.UserName!).SingleAsync(cancellationToken));
}
