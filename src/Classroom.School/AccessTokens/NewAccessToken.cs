namespace Classroom.School.AccessTokens;

/// <summary>A token as its person asks for it.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="Days">How long it works; null where that cannot be read.</param>
public sealed record NewAccessToken(string? Name, TokenScopes Scopes, int? Days = AccessTokenService.UsualDays);
