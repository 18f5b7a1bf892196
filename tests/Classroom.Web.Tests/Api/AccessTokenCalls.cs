using System.Net.Http.Headers;
using Classroom.School;
using Classroom.School.AccessTokens;

namespace Classroom.Web.Tests.Api;

/// <summary>Scripts that have a token.</summary>
internal static class AccessTokenCalls
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TokenScopes AllScopes { get; } = Enum.GetValues<TokenScopes>().Aggregate((all, scope) => all | scope);

    public static async Task<MadeAccessToken> MakeTokenAsync(
        this ClassroomHost host, Actor actor, TokenScopes scopes, string? name = null)
    {
        var made = await host.Get<AccessTokenService>().MakeAsync(actor, new NewAccessToken(name ?? $"{Guid.NewGuid():N}", scopes), Ct);
        Assert.True(made.Succeeded, made.Refusal?.Message);
        return made.Value;
    }

    /// <summary>Without any cookie.</summary>
    public static HttpClient Script(this ClassroomHost host, string token)
    {
        var http = host.Visitor().Http;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
