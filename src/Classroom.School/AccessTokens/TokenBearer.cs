namespace Classroom.School.AccessTokens;

/// <summary>Who makes a call with a token, and what for.</summary>
public sealed record TokenBearer(int TokenId, Actor Actor, string UserName, string DisplayName, TokenScopes Scopes);
