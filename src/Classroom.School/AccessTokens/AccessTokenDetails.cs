namespace Classroom.School.AccessTokens;

/// <summary>A token as its person sees it.</summary>
/// <param name="LastUsedUtc">To the hour; null where nobody has used it.</param>
public sealed record AccessTokenDetails(
    int Id, string Name, TokenScopes Scopes, DateTime CreatedUtc, DateTime ExpiresUtc, DateTime? LastUsedUtc)
{
    internal static AccessTokenDetails From(AccessToken token) =>
        new(token.Id, token.Name, token.Scopes, token.CreatedUtc, token.ExpiresUtc, token.LastUsedUtc);
}
