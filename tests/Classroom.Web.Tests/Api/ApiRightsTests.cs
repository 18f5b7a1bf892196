using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Classroom.Web.Tests.Api;

/// <summary>
/// Who may make which call. The calls are those of the running program, so a new one fails until <see cref="ApiRights"/> has it.
/// </summary>
public sealed class ApiRightsTests(ClassroomHost host)
{
    private static readonly string[] Roles =
    [
        "a visitor", "a student of the class", "a student of another class", "a student who waits", "a teacher of another class",
        "an assistant of the class", "a teacher of the class", "an admin",
    ];

    // For everyone, or asked by our own pages, whose answer tells a stranger nothing.
    private static readonly string[] ForOtherSites = ["GET /api/terms", "GET /api/circuit"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_call_of_the_program_is_in_the_table() =>
        Assert.Equal(Calls().Order(StringComparer.Ordinal), ApiRights.Table.Select(row => row.Call).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_call_is_answered_as_the_table_says()
    {
        var scene = await ApiRightsScene.NewAsync(host);
        var wrong = new List<string>();
        foreach (var row in ApiRights.Table)
        {
            for (var role = 0; role < Roles.Length; role++)
            {
                using var request = await row.RequestAsync(scene);
                using var answer = await scene.People[role].Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
                if (row.Expected[role] != (int)answer.StatusCode)
                {
                    wrong.Add($"{row.Call} by {Roles[role]}: {(int)answer.StatusCode} and not {row.Expected[role]}");
                }
                else if ((int)answer.StatusCode >= 400)
                {
                    await ApiCalls.ReadAsync(answer);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_call_can_be_made_from_another_site()
    {
        var scene = await ApiRightsScene.NewAsync(host);
        foreach (var row in ApiRights.Table.Where(row => !ForOtherSites.Contains(row.Call)))
        {
            using var request = await row.RequestAsync(scene);
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await scene.People[^1].Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
            Assert.Equal((row.Call, 403), (row.Call, (int)answer.StatusCode));
        }
    }

    private IEnumerable<string> Calls() =>
        from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = new StringBuilder("/").Append(endpoint.RoutePattern.RawText?.Trim('/')).ToString()
        where path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} {path}";
}
