namespace Classroom.School.AccessTokens;

/// <summary>A new token, with what nobody will see again.</summary>
public sealed record MadeAccessToken(AccessTokenDetails Token, string Secret);
