using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.Accounts;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Api;

/// <summary>Who is signed in with a token, and until when.</summary>
public sealed class AccessTokenApiTests(ClassroomHost host)
{
    private const string Long = """
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.001 }, "batchSize": 8, "epochs": 40, "seed": 11 }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_sees_what_its_person_sees_until_it_is_revoked()
    {
        var scene = await SchoolScene.NewAsync(host);
        var made = await host.MakeTokenAsync(scene.TeacherActor, TokenScopes.Read);
        using var script = host.Script(made.Secret);

        var classes = await script.DoAsync("GET", "/api/classes");

        Assert.Equal([scene.Class.Id], classes.EnumerateArray().Select(found => found.GetProperty("id").GetInt32()));
        Assert.NotNull(Assert.Single((await host.Get<AccessTokenService>().ListAsync(scene.TeacherActor, Ct))!).LastUsedUtc);
        Assert.Null(await host.Get<AccessTokenService>().RevokeAsync(scene.TeacherActor, made.Token.Id, Ct));
        await IsRefusedAsync(script);
    }

    [Fact]
    public async Task What_is_no_token_is_refused_even_beside_a_cookie()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        foreach (var wrong in new[] { "", "x", "classroom_" + new string('0', 64), new string('a', 5000) })
        {
            using var script = host.Visitor().Http;
            foreach (var http in new[] { script, teacher.Http })
            {
                http.DefaultRequestHeaders.Remove("Authorization");
                http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {wrong}");
                await IsRefusedAsync(http);
            }
        }

        // What is public stays so.
        Assert.Equal(200, (await teacher.Http.CallAsync("GET", "/api/terms")).Status);
    }

    [Fact]
    public async Task Pages_take_no_token()
    {
        var made = await host.MakeTokenAsync(await host.ActorAsync("admin"), AccessTokenCalls.AllScopes);
        using var script = new PageClient(host.Script(made.Secret));
        foreach (var page in new[] { "/classes", "/me/tokens", "/account", "/admin/users" })
        {
            Assert.StartsWith("/account/login", (await script.OpenAsync(page)).Redirect);
        }

        Assert.Contains("Sign in", (await script.OpenAsync("/")).Text);
    }

    [Fact]
    public async Task A_new_password_from_an_admin_and_a_lost_role_end_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        var other = await scene.AddAsync("Other Teacher", Role.Teacher);
        using var first = host.Script((await host.MakeTokenAsync(scene.TeacherActor, TokenScopes.Read)).Secret);
        using var second = host.Script((await host.MakeTokenAsync(new Actor(other.Person.Id, Role.Teacher), TokenScopes.Read)).Secret);
        await first.DoAsync("GET", "/api/classes");
        await second.DoAsync("GET", "/api/classes");

        Assert.True((await host.Get<PasswordService>().ResetAsync(scene.Admin, scene.Teacher.Person.Id, Ct)).Succeeded);
        await using (var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct))
        {
            await db.Users.Where(user => user.Id == other.Person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Student), Ct);
        }

        await IsRefusedAsync(first);
        await IsRefusedAsync(second);
    }

    [Fact]
    public async Task What_a_token_lacks_is_named_and_done_by_nobody()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var script = host.Script((await host.MakeTokenAsync(scene.TeacherActor, TokenScopes.Read)).Secret);

        using var answer = await script.PostAsJsonAsync("/api/classes", new { name = "New" }, Ct);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal(
            "Bearer realm=\"Classroom\", error=\"insufficient_scope\", scope=\"classes\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("lacks the scope \"classes\"", $"{(await ApiCalls.ReadAsync(answer)).GetProperty("detail")}");
        Assert.Equal(1, (await script.DoAsync("GET", "/api/classes")).GetArrayLength());
        // What nobody could do is refused for that.
        Assert.Equal(405, (await script.CallAsync("DELETE", "/api/classes")).Status);
        Assert.Equal(404, (await script.CallAsync("GET", "/api/nothing")).Status);
        using var unread = await script.PostAsync("/api/classes", new StringContent("New"), Ct);
        Assert.Equal(415, (int)unread.StatusCode);
    }

    [Fact]
    public async Task An_event_stream_ends_when_its_token_is_revoked()
    {
        var scene = await SchoolScene.NewAsync(host);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        var run = await host.StartRunAsync(maria, Long, Ct);
        var made = await host.MakeTokenAsync(scene.TeacherActor, TokenScopes.Read);
        using var script = host.Script(made.Secret);
        using var answer = await script.GetAsync($"/api/runs/{run}/events", HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var stream = await answer.Content.ReadAsStreamAsync(Ct);
        var told = 0;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Ct))
        {
            if (told++ == 0)
            {
                Assert.Null(await host.Get<AccessTokenService>().RevokeAsync(scene.TeacherActor, made.Token.Id, Ct));
            }
        }

        Assert.True(told > 0);
        Assert.False((await host.Get<RunService>().FindAsync(maria, run, Ct))!.State.IsFinished());
        await host.Get<RunService>().StopAsync(maria, run);
    }

    [Fact]
    public async Task The_document_says_how_to_sign_in_and_which_scope_a_call_needs()
    {
        var document = await host.Visitor().Http.DoAsync("GET", "/openapi/v1.json");

        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.Equal("bearer", schemes.GetProperty("token").GetProperty("scheme").GetString());
        Assert.Equal("classroom", schemes.GetProperty("cookie").GetProperty("name").GetString());
        string Security(string path, string method) =>
            document.GetProperty("paths").GetProperty(path).GetProperty(method).TryGetProperty("security", out var security)
                ? string.Concat($"{security}".Where(c => !char.IsWhiteSpace(c))) : "";
        Assert.Equal("""[{"cookie":[]},{"token":["read"]}]""", Security("/api/classes", "get"));
        Assert.Equal("""[{"cookie":[]},{"token":["grades"]}]""", Security("/api/assignments/{id}/post", "post"));
        Assert.Equal("""[{"cookie":[]}]""", Security("/api/classes/{id}/cards.pdf", "get"));
        Assert.Equal("", Security("/api/terms", "get"));
    }

    private static async Task IsRefusedAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/api/classes", Ct);
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.StartsWith("Bearer realm=\"Classroom\", error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("/me/tokens", $"{(await ApiCalls.ReadAsync(answer)).GetProperty("detail")}");
    }
}
