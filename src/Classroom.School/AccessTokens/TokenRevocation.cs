using Classroom.School.Audit;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.AccessTokens;

/// <summary>What takes all tokens of a person away.</summary>
internal static class TokenRevocation
{
    /// <summary>
    /// In the transaction of whoever gives somebody a new password: the old one may have been stolen, and used to make tokens.
    /// </summary>
    public static async Task RevokeAllTokensAsync(
        this ClassroomDbContext db, Actor actor, int userId, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        var tokens = db.AccessTokens.Where(token => token.UserId == userId);
        foreach (var name in await tokens.OrderBy(token => token.Id).Select(token => token.Name).ToListAsync(cancellationToken))
        {
            db.Record(actor, clock, AuditAction.AccessTokenRevoked, name, $"of {userName}, with a new password");
        }

        await tokens.ExecuteDeleteAsync(cancellationToken);
    }
}
