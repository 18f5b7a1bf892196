using System.Text.RegularExpressions;
using Classroom.School.AccessTokens;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Classroom.Web.Tests.Api;

/// <summary>What a token may be used for: every call says it of itself, and nothing else can be done with one.</summary>
public sealed partial class AccessTokenScopeTests(ClassroomHost host)
{
    private const string Closed = "closed to tokens";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_call_says_which_scope_it_needs_or_that_it_is_closed()
    {
        var silent = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<TokenAccess>() is null)
            .Select(endpoint => endpoint.DisplayName).ToList();

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    [Fact]
    public async Task The_table_of_the_document_says_what_the_calls_say()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Source, "Classroom.Web", "API.md"), Ct);
        var written = from line in lines
                      let row = Row().Match(line)
                      where row.Success && TokenScopeWords.All.Select(TokenScopeWords.Name).Append(Closed).Contains(row.Groups[1].Value)
                      from call in Call().Matches(row.Groups[2].Value)
                      select $"{row.Groups[1].Value}: {call.Groups[1].Value}";
        var said = from endpoint in Endpoints()
                   from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
                   let needed = endpoint.Metadata.GetMetadata<TokenAccess>()!.NeededFor(method)
                   where needed != TokenScopes.Read
                   let path = Constraint().Replace($"/{endpoint.RoutePattern.RawText!.Trim('/')}", "}")
                   select $"{(needed == TokenScopes.None ? Closed : TokenScopeWords.Name(needed))}: {method} {path}";

        Assert.Equal(said.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    /// <summary>The same table of rights as for cookies, with a token of each scope.</summary>
    [Fact]
    public async Task A_token_does_what_its_person_may_do_within_its_scope_and_nothing_beside()
    {
        var scene = await ApiRightsScene.NewAsync(host);
        var teacher = await host.ActorAsync(scene.TeacherName);
        var scripts = new List<(TokenScopes Scope, HttpClient Http)>();
        foreach (var scope in TokenScopeWords.All)
        {
            scripts.Add((scope, host.Script((await host.MakeTokenAsync(teacher, scope)).Secret)));
        }

        var access = Endpoints().SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(method => (endpoint, method)) ?? [])
            .Where(call => call.endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .ToDictionary(
                call => $"{call.method} /{call.endpoint.RoutePattern.RawText!.Trim('/')}",
                call => call.endpoint.Metadata.GetMetadata<TokenAccess>()!.NeededFor(call.method));
        var wrong = new List<string>();
        foreach (var row in ApiRights.Table.Where(row => access.ContainsKey(row.Call)))
        {
            // Who has what it takes comes last: it may be gone then.
            foreach (var (scope, http) in scripts.OrderBy(script => script.Scope == access[row.Call]))
            {
                using var request = await row.RequestAsync(scene);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
                var (expected, isScope) = scope == access[row.Call] ? (row.Expected[6], false) : (403, true);
                var challenge = answer.Headers.WwwAuthenticate.ToString();
                if ((int)answer.StatusCode != expected || challenge.Contains("insufficient_scope", StringComparison.Ordinal) != isScope)
                {
                    wrong.Add($"{row.Call} with {scope}: {(int)answer.StatusCode} ({challenge}) and not {expected}");
                }
                else if (expected >= 400)
                {
                    await ApiCalls.ReadAsync(answer);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private IEnumerable<RouteEndpoint> Endpoints() => host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/')}".StartsWith("/api/", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\| `?([a-z ]+)`? \| (.+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z]+ /[^`]+)`")]
    private static partial Regex Call();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
