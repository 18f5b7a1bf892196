using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>Who gets a circuit, and what is said to those who do not.</summary>
public sealed class CircuitDoors(School school, SmallSchool small) : IClassFixture<SmallSchool>
{
    private readonly ClassroomServer server = small.Server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_a_circuit_without_signing_in()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(server.Address) };
        foreach (var (method, path) in new[]
        {
            ("POST", "/_blazor/negotiate?negotiateVersion=1"),
            ("GET", "/_blazor?id=x"),
            ("POST", "/_blazor?id=x"),
            ("POST", "/_blazor/disconnect"),
            ("GET", "/_blazor/initializers")
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await stranger.SendAsync(request, Ct);
            Assert.Equal(
                (HttpStatusCode.Unauthorized, "application/problem+json"),
                (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }

        for (var time = 0; time < 100; time++)
        {
            Assert.Equal(401, await BareCircuit.KnockAsync(server));
        }
    }

    [Fact]
    public async Task Pages_of_other_sites_get_no_circuit_with_a_visitors_cookie()
    {
        var cookies = await CookiesOfAsync("student04");
        Assert.Equal(101, await BareCircuit.KnockAsync(server, ("Cookie", cookies), ("Origin", server.Address)));
        foreach (var origin in new[] { "https://look-alike.example", "null", "http://127.0.0.1:1", server.Address + ".example" })
        {
            Assert.Equal(403, await BareCircuit.KnockAsync(server, ("Cookie", cookies), ("Origin", origin)));
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false })
            {
                BaseAddress = new Uri(server.Address),
                DefaultRequestHeaders = { { "Cookie", cookies }, { "Origin", origin } }
            };
            using var negotiated = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Ct);
            Assert.Equal(
                (HttpStatusCode.Forbidden, "application/problem+json"),
                (negotiated.StatusCode, negotiated.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task A_tab_too_many_says_kindly_why_it_does_not_work_and_works_once_another_is_closed()
    {
        await using var visitor = await school.VisitAsync("student01", server: server);
        var first = visitor.Page;
        await first.GotoAsync("/lab");
        await ExpectWorkingAsync(first);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/lab");
        await ExpectWorkingAsync(second);

        var third = await first.Context.NewPageAsync();
        await third.GotoAsync("/lab");
        var word = third.GetByRole(AriaRole.Alert).Filter(new() { HasText = "You have 2 or more interactive pages open." });
        await Expect(word).ToBeVisibleAsync();
        await Expect(word).ToContainTextAsync("Close the tabs and windows that you do not need");
        // Those that were open go on.
        await ExpectWorkingAsync(first, preset: 1);

        await second.CloseAsync();
        using var script = await Script.OfAsync(visitor, server);
        await Waiting.UntilAsync(
            () => script.StatusAsync(HttpMethod.Get, "/api/circuit"),
            status => status == HttpStatusCode.NoContent,
            "the closed tab's place to be free");
        await word.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await ExpectWorkingAsync(third);
        await Expect(word).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_circuit_keeps_its_place_until_it_ends_whether_or_not_anything_is_drawn_on_it()
    {
        var cookies = await CookiesOfAsync("student02");
        await using var first = await BareCircuit.ConnectAsync(server, cookies);
        var lost = await BareCircuit.ConnectAsync(server, cookies);
        Assert.NotNull(await first.StartAsync(server));
        var secret = await lost.StartAsync(server);
        Assert.NotNull(secret);
        await using var third = await BareCircuit.ConnectAsync(server, cookies);
        Assert.Null(await third.StartAsync(server));

        // Without a word the server holds it for a page that may come back.
        await lost.DisposeAsync();
        await using var fourth = await BareCircuit.ConnectAsync(server, cookies);
        Assert.Null(await fourth.StartAsync(server));

        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new Uri(server.Address),
            DefaultRequestHeaders = { { "Cookie", cookies } }
        };
        using var left = await client.PostAsync(
            "/_blazor/disconnect", new MultipartFormDataContent { { new StringContent(secret), "circuitId" } }, Ct);
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        await Waiting.UntilAsync(
            async () => (await client.GetAsync("/api/circuit", Ct)).StatusCode,
            status => status == HttpStatusCode.NoContent,
            "the place to be free");
        await using var fifth = await BareCircuit.ConnectAsync(server, cookies);
        Assert.NotNull(await fifth.StartAsync(server));
    }

    [Fact]
    public async Task Connections_without_a_circuit_are_limited_as_well()
    {
        var cookies = await CookiesOfAsync("student03");
        var connections = new List<BareCircuit>();
        for (var number = 0; number < 4; number++)
        {
            connections.Add(await BareCircuit.ConnectAsync(server, cookies));
        }

        await using var another = await BareCircuit.ConnectAsync(server, cookies);

        Assert.True(await another.IsRefusedAsync());
        Assert.All(connections, connection => Assert.True(connection.IsOpen));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task Messages_are_compressed_each_by_itself_so_that_an_idle_circuit_holds_no_compressor()
    {
        var compression = await BareCircuit.NegotiateCompressionAsync(server, await CookiesOfAsync("student05"));

        Assert.StartsWith("permessage-deflate", compression, StringComparison.Ordinal);
        Assert.Contains("server_no_context_takeover", compression, StringComparison.Ordinal);
    }

    /// <summary>The lab's form, which is disabled without a circuit, and which draws what is pressed.</summary>
    private static async Task ExpectWorkingAsync(IPage page, int preset = 0)
    {
        var button = page.Locator(".preset").Nth(preset);
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private async Task<string> CookiesOfAsync(string userName)
    {
        await using var visitor = await school.VisitAsync(userName, server: server);
        return string.Join("; ", (await visitor.Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }
}

/// <summary>A school where each person may have two interactive pages open.</summary>
public sealed class SmallSchool : IAsyncLifetime
{
    public ClassroomServer Server { get; } = new(new Dictionary<string, string> { ["Classroom__Circuits__PerPerson"] = "2" });

    public async ValueTask InitializeAsync() => await Server.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
