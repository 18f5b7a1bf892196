using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.AccessTokens;

/// <summary>A person's own tokens, for teachers and admins. For a student there are none.</summary>
public sealed class AccessTokenService(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    public const int UsualDays = 90;

    public const int MostDays = 365;

    public const int MostPerPerson = 20;

    // So that its person can see why a script has stopped.
    private static readonly TimeSpan ShownAfterExpiry = TimeSpan.FromDays(30);

    /// <summary>The newest first, those that have expired lately too; null for a student.</summary>
    public async Task<IReadOnlyList<AccessTokenDetails>?> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await Own(db, actor).AsNoTracking().OrderByDescending(token => token.Id).ToListAsync(cancellationToken))
            .ConvertAll(AccessTokenDetails.From);
    }

    public async Task<Outcome<MadeAccessToken>> MakeAsync(
        Actor actor, NewAccessToken wanted, CancellationToken cancellationToken = default)
    {
        if (actor.Role == Role.Student)
        {
            return new Refusal.NotFound();
        }

        var faults = TokenFaults.Find(wanted).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPersonAsync(actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var names = await Own(db, actor).Select(token => token.Name).ToListAsync(cancellationToken);
        if (wanted.Name?.Trim() is { } typed && names.Find(name => TitleKey.From(name) == TitleKey.From(typed)) is { } taken)
        {
            faults.Add(TokenFaults.Taken(taken));
        }

        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults);
        }

        if (names.Count >= MostPerPerson)
        {
            return new Refusal.Conflict(
                $"You have {MostPerPerson} tokens, which is as many as one person can have. Revoke one that you no longer use.");
        }

        var secret = TokenSecret.New();
        var now = clock.UtcNow();
        var made = new AccessToken
        {
            UserId = actor.UserId,
            Name = wanted.Name!.Trim(),
            Hash = TokenSecret.Hash(secret),
            Scopes = wanted.Scopes,
            CreatedUtc = now,
            ExpiresUtc = now.AddDays(wanted.Days!.Value),
        };
        db.AccessTokens.Add(made);
        var scopes = made.Scopes.ToString().ToLowerInvariant();
        db.Record(actor, clock, AuditAction.AccessTokenMade, made.Name, $"for {scopes}, {wanted.Days} days long");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new MadeAccessToken(AccessTokenDetails.From(made), secret);
    }

    /// <summary>From now on the token is nobody's.</summary>
    public async Task<Refusal?> RevokeAsync(Actor actor, int tokenId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var token = Own(db, actor).Where(token => token.Id == tokenId);
        if (await token.Select(found => found.Name).SingleOrDefaultAsync(cancellationToken) is not { } name
            || await token.ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return new Refusal.NotFound();
        }

        db.Record(actor, clock, AuditAction.AccessTokenRevoked, name);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Deletes what has long expired; for the program itself, once in a while.</summary>
    public async Task<int> DeleteOldAsync(CancellationToken cancellationToken = default)
    {
        var oldest = clock.UtcNow() - ShownAfterExpiry;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccessTokens.Where(token => token.ExpiresUtc <= oldest).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<AccessToken> Own(ClassroomDbContext db, Actor actor) =>
        db.AccessTokens.Where(token => token.UserId == actor.UserId && actor.Role != Role.Student);
}
