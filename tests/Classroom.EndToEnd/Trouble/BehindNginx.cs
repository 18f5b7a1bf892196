using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A school's usual set-up: nginx speaks TLS, and passes everything on to Classroom.</summary>
public sealed class BehindNginx(School school, NginxSchool behind) : IClassFixture<NginxSchool>
{
    private readonly ClassroomServer server = behind.Server;
    private readonly Nginx nginx = behind.Nginx;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_student_signs_in_takes_a_quiz_and_watches_a_run_live_through_nginx_with_TLS()
    {
        await using var visitor = await VisitAsync("student01");
        var page = visitor.Page;
        var sockets = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        Assert.Equal($"{nginx.Address}/", page.Url);
        await visitor.GlanceAsync();
        var cookies = await page.Context.CookiesAsync();
        Assert.Contains(cookies, cookie => cookie.Name == "classroom");
        Assert.All(cookies, cookie => Assert.True(cookie.Secure, $"The cookie {cookie.Name} would travel without TLS."));

        var quiz = new QuizView(page);
        await quiz.OpenAsync("convolutional-neural-network", "graded");
        await quiz.AnswerAllAsync();
        await quiz.HandInAsync();
        await visitor.GlanceAsync();

        using var script = await Script.OfAsync(visitor, server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 8));
        await page.GotoAsync($"/runs/{run}");
        var view = new RunView(page);
        await view.WaitForStepAsync(1);
        await view.ExpectStateAsync("Done");
        await Waiting.UntilAsync(view.TrainLossAsync, line => line?.Last > 999.5, "the drawn curve to reach the last step");
        await visitor.GlanceAsync();
        Assert.NotEmpty(sockets);
        Assert.All(sockets, socket => Assert.StartsWith("wss://", socket, StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        Assert.All(
            await page.Context.CookiesAsync(), cookie => Assert.True(cookie.Secure, $"The cookie {cookie.Name} would travel without TLS."));
        await visitor.SignOutAsync();
        Assert.Equal($"{nginx.Address}/", page.Url);
        visitor.AssertNoTrouble();
    }

    [Fact]
    public async Task A_teacher_writes_a_join_address_with_https_on_the_board()
    {
        await using var visitor = await VisitAsync("teacher");
        await visitor.FollowMenuAsync("Classes");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Demo class", Exact = true }).ClickAsync();

        await Expect(visitor.Page.GetByText($"{nginx.Address}/join", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Browsers_are_told_to_come_with_TLS_only_and_are_led_there()
    {
        using var client = nginx.Client();
        using var login = await client.GetAsync("/account/login", Ct);
        Assert.Equal("max-age=31536000", Assert.Single(login.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(
            login.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));

        using var account = await client.GetAsync("/account", Ct);
        Assert.Equal(HttpStatusCode.Redirect, account.StatusCode);
        Assert.StartsWith(
            $"{nginx.Address}/account/login",
            new Uri(client.BaseAddress!, account.Headers.Location!).AbsoluteUri,
            StringComparison.Ordinal);

        using var plain = nginx.Client(plain: true);
        using var led = await plain.GetAsync("/join?code=DEMO42", Ct);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "https://classroom.localhost/join?code=DEMO42"),
            (led.StatusCode, led.Headers.Location?.AbsoluteUri));
    }

    [Fact]
    public async Task Events_of_a_run_arrive_through_nginx_as_they_happen()
    {
        await using var visitor = await VisitAsync("student02");
        using var script = await Script.OfAsync(visitor, server);
        var run = await script.StartRunAsync(Configs.Long());
        using var client = nginx.Client();
        client.DefaultRequestHeaders.Add(
            "Cookie", string.Join("; ", (await visitor.Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}")));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Waiting.Longest);
        using var answer = await client.GetAsync($"/api/runs/{run}/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        while (await reader.ReadLineAsync(limit.Token) is { } line && line != "event: point")
        {
            // The state comes first.
        }

        Assert.Equal("Running", await script.StateAsync(run));
        await script.StopAsync(run);
    }

    [Fact]
    public async Task A_config_over_the_size_limit_is_refused_with_413_and_problem_details()
    {
        await using var visitor = await VisitAsync("student03");
        using var client = nginx.Client();
        client.DefaultRequestHeaders.Add(
            "Cookie", string.Join("; ", (await visitor.Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var huge = new StringContent($$"""{ "dataset": "{{new string('x', 70_000)}}" }""", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync("/api/runs", huge, Ct);

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_form_over_the_size_limit_is_told_that_it_is_too_large()
    {
        await using var visitor = await school.VisitAsync("teacher", server: server);
        var cookies = string.Join("; ", (await visitor.Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        var address = new Uri(server.Address);
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /admin/datasets HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookies}\r\nConnection: close\r\nContent-Type: "
                + $"multipart/form-data; boundary=x\r\nContent-Length: {300 * 1024 * 1024}\r\n\r\n"), Ct);
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(Ct).AsTask().WaitAsync(Waiting.Longest, Ct));
        Assert.Contains("That was too large", await reader.ReadToEndAsync(Ct).WaitAsync(Waiting.Longest, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_names_the_server_program()
    {
        using var direct = new HttpClient { BaseAddress = new Uri(server.Address) };
        foreach (var path in new[] { "/", "/healthz", "/theme.css", "/api/terms", "/no-such-page" })
        {
            using var answer = await direct.GetAsync(path, Ct);
            Assert.False(answer.Headers.Contains("Server"), path);
        }
    }

    /// <summary>Somebody who has signed in through nginx: only a browser finds its address.</summary>
    private async Task<Visitor> VisitAsync(string userName)
    {
        var visitor = await school.VisitAsync(server: server, address: nginx.Address);
        await visitor.SignInAsync(userName, School.Password);
        return visitor;
    }
}

/// <summary>A school behind nginx, which Classroom has been told to trust.</summary>
public sealed class NginxSchool : IAsyncLifetime
{
    public NginxSchool() => Nginx = new Nginx(Server);

    public ClassroomServer Server { get; } = new(new Dictionary<string, string> { ["Classroom__Proxy__Trusted"] = "127.0.0.1" });

    public Nginx Nginx { get; }

    public async ValueTask InitializeAsync()
    {
        await Server.StartAsync();
        await Nginx.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Nginx.DisposeAsync();
        await Server.DisposeAsync();
    }
}
