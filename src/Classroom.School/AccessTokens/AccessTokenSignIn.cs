using System.Data.Common;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.AccessTokens;

/// <summary>
/// Whose a token is. Asked of the database for each call, on each node: what is revoked, has expired, or belongs to somebody who no longer
/// teaches is nobody's at once.
/// </summary>
public sealed class AccessTokenSignIn(IDbContextFactory<ClassroomDbContext> contexts, TimeProvider clock)
{
    /// <summary>How often the last use of a token is written down.</summary>
    public static readonly TimeSpan UsedEvery = TimeSpan.FromHours(1);

    /// <summary>Whoever has the token acts as its person. Null where it is none, or none any more.</summary>
    public async Task<TokenBearer?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        if (!TokenSecret.IsWellFormed(secret))
        {
            return null;
        }

        var hash = TokenSecret.Hash(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Live(db).Where(token => token.Hash == hash)
            .Select(token => new
            {
                token.Id,
                token.UserId,
                token.Scopes,
                token.LastUsedUtc,
                token.User.Role,
                token.User.UserName,
                token.User.DisplayName,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        await WriteUsedAsync(db, found.Id, found.LastUsedUtc, cancellationToken);
        return new TokenBearer(found.Id, new Actor(found.UserId, found.Role), found.UserName!, found.DisplayName, found.Scopes);
    }

    /// <summary>Whether <see cref="FindAsync"/> would still give this bearer; asked again while an event stream stays open.</summary>
    public async Task<bool> IsLiveAsync(int tokenId, Actor bearer, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Live(db).AnyAsync(
            token => token.Id == tokenId && token.UserId == bearer.UserId && token.User.Role == bearer.Role, cancellationToken);
    }

    private IQueryable<AccessToken> Live(ClassroomDbContext db)
    {
        var now = clock.UtcNow();
        return db.AccessTokens.Where(token => token.ExpiresUtc > now && token.User.Role != Role.Student);
    }

    private async Task WriteUsedAsync(ClassroomDbContext db, int tokenId, DateTime? last, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        if (now - last < UsedEvery)
        {
            return;
        }

        try
        {
            // Of many calls at once, one writes.
            await db.AccessTokens.Where(token => token.Id == tokenId && token.LastUsedUtc == last)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedUtc, now), cancellationToken);
        }
        catch (DbException)
        {
            // Only a coarse time: a full disk must not stop a script that reads. The next use tries again.
        }
    }
}
