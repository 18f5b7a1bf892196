using Classroom.Naming;

namespace Classroom.School.AccessTokens;

/// <summary>What can be wrong with a new token, each fault with its field.</summary>
internal static class TokenFaults
{
    private const TokenScopes All =
        TokenScopes.Read | TokenScopes.Classes | TokenScopes.Assignments | TokenScopes.Grades | TokenScopes.Runs;

    public static IReadOnlyList<Fault> Find(NewAccessToken wanted) =>
    [
        .. OfName(wanted.Name?.Trim()) is { } name ? [new Fault("name", name)] : Array.Empty<Fault>(),
        .. wanted.Scopes == TokenScopes.None || (wanted.Scopes & ~All) != TokenScopes.None
            ? [new Fault("scopes", "Choose at least one thing that the token may be used for.")] : Array.Empty<Fault>(),
        .. wanted.Days is >= 1 and <= AccessTokenService.MostDays
            ? Array.Empty<Fault>() : [new Fault("days", $"A token works for 1 to {AccessTokenService.MostDays} days. Choose how many.")],
    ];

    public static Fault Taken(string name) =>
        new("name", $"You have a token with the name \"{name}\" already. Choose another name, or revoke that token first.");

    private static string? OfName(string? name) => name switch
    {
        null or "" => "Give the token a name that says what it is for, such as “Gradebook export”.",
        { Length: > AccessToken.LongestName } => $"The name has {name.Length} characters; at most {AccessToken.LongestName} fit.",
        _ => NameText.Fault(name),
    };
}
