using Classroom.School.People;

namespace Classroom.School.AccessTokens;

/// <summary>
/// What a script shows instead of a password, until it expires or its person revokes it, which deletes the row. Stored is only its hash.
/// </summary>
public sealed class AccessToken
{
    public const int LongestName = 60;

    public int Id { get; init; }

    public required int UserId { get; init; }

    public User User { get; init; } = null!;

    /// <summary>What its person calls it; no two of hers alike.</summary>
    public required string Name { get; init; }

    public required string Hash { get; init; }

    public required TokenScopes Scopes { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    /// <summary>Coarse: at most <see cref="AccessTokenSignIn.UsedEvery"/> behind. Null while nobody has used it.</summary>
    public DateTime? LastUsedUtc { get; set; }
}
