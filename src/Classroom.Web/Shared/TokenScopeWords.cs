using Classroom.School.AccessTokens;

namespace Classroom.Web.Shared;

/// <summary>Scopes as scripts and people read them.</summary>
public static class TokenScopeWords
{
    public static IReadOnlyList<TokenScopes> All { get; } =
        [.. Enum.GetValues<TokenScopes>().Where(scope => scope != TokenScopes.None)];

    /// <summary>"grades": as the API, its document and the page write it.</summary>
    public static string Name(TokenScopes scope) => scope.ToString().ToLowerInvariant();

    /// <summary>"read, grades".</summary>
    public static string List(TokenScopes scopes) => string.Join(", ", All.Where(scope => scopes.HasFlag(scope)).Select(Name));

    public static string Describe(TokenScopes scope) => scope switch
    {
        TokenScopes.Read => "Read everything that you can read: classes, students, assignments, progress, marks, runs.",
        TokenScopes.Classes => "Make classes, and accounts for new students.",
        TokenScopes.Assignments => "Assign work, and change and remove assignments.",
        TokenScopes.Grades => "Give marks, comments and different due dates to individual students; post, withdraw and regrade.",
        TokenScopes.Runs => "Start, pause and stop training runs, and upload data sets.",
        _ => "",
    };
}
