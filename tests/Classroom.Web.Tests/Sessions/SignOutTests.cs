using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Sessions;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Tests.Pages;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Classroom.Web.Tests.Sessions;

/// <summary>What belongs to a sign-in ends with it: cookies wherever they are, streams and watched runs.</summary>
public sealed class SignOutTests(ClassroomHost host)
{
    private const string Long = """
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 32, "epochs": 100, "seed": 7 }
        """;

    private static readonly Uri Site = new("http://localhost");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_cookie_is_refused_as_soon_as_its_owner_has_signed_out()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (maria, cookies) = await SignInAsync(scene.Maria);
        using var thief = Browser(Copy(cookies));
        Assert.Equal(200, (await thief.OpenAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, await ApiAsync(thief));

        await SignOutAsync(maria);

        Assert.StartsWith("/account/login", (await thief.OpenAsync("/me")).Redirect);
        Assert.Equal(HttpStatusCode.Unauthorized, await ApiAsync(thief));
        Assert.Contains("Sign in", (await thief.OpenAsync("/account/ended")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_in_over_somebody_else_ends_her_sign_in()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (browser, cookies) = await SignInAsync(scene.Maria);
        using var marias = Browser(Copy(cookies));

        Assert.Equal("/", (await browser.SignInAsync(scene.Noah.Person.UserName, scene.Noah.Password)).Redirect);

        Assert.StartsWith("/account/login", (await marias.OpenAsync("/me")).Redirect);
        Assert.Equal(200, (await browser.OpenAsync("/me")).Status);
        Assert.Contains(
            $"{scene.Noah.Person.DisplayName} is signed in now",
            (await browser.OpenAsync("/account/ended")).Text,
            StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task A_cookie_from_before_a_password_was_changed_is_refused()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (browser, cookies) = await SignInAsync(scene.Maria);
        using var copy = Browser(Copy(cookies));

        var done = await browser.PostAsync(
            await browser.OpenAsync("/account"),
            "password",
            ("current", scene.Maria.Password),
            ("wanted", "three-quiet-otters"),
            ("again", "three-quiet-otters"));

        Assert.Equal("/account?done=password", done.Redirect);
        Assert.Equal(200, (await browser.OpenAsync("/me")).Status);
        Assert.StartsWith("/account/login", (await copy.OpenAsync("/me")).Redirect);
        browser.Dispose();
    }

    [Fact]
    public async Task An_event_stream_ends_with_the_sign_in_that_opened_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (maria, cookies) = await SignInAsync(scene.Maria);
        using var script = Browser(Copy(cookies));
        var run = await StartAsync(scene);

        await EndsAsync(script, run, () => SignOutAsync(maria));

        await host.Get<RunService>().StopAsync(Maria(scene), run);
    }

    [Fact]
    public async Task An_event_stream_ends_when_its_reader_loses_the_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var run = await StartAsync(scene);

        await EndsAsync(teacher, run, async () =>
            Assert.Null(await host.Get<ClassTeacherService>().RemoveAsync(scene.Admin, scene.Class.Id, scene.Teacher.Person.Id, Ct)));

        await host.Get<RunService>().StopAsync(Maria(scene), run);
    }

    [Fact]
    public async Task A_page_stops_showing_a_run_to_a_teacher_who_has_lost_the_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await StartAsync(scene);
        var (shown, lost) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var watched = host.Get<WatchedRunsFactory>().Create(
            true, act => act(), fault => throw fault, () => Task.FromResult<Actor?>(scene.TeacherActor), lost.SetResult);
        watched.OnNews += news =>
        {
            shown.TrySetResult();
            return Task.CompletedTask;
        };
        Assert.NotNull(await watched.AddAsync(scene.TeacherActor, run));
        watched.Follow();
        await shown.Task.WaitAsync(Ct);

        Assert.Null(await host.Get<ClassTeacherService>().RemoveAsync(scene.Admin, scene.Class.Id, scene.Teacher.Person.Id, Ct));

        await lost.Task.WaitAsync(Ct);
        await host.Get<RunService>().StopAsync(Maria(scene), run);
    }

    /// <summary>The stream is open and tells of the run; after <paramref name="lose"/> it ends though the run goes on.</summary>
    private async Task EndsAsync(PageClient reader, Guid run, Func<Task> lose)
    {
        using var answer = await reader.Http.GetAsync($"/api/runs/{run}/events", HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var stream = await answer.Content.ReadAsStreamAsync(Ct);
        var told = 0;
        string? last = null;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Ct))
        {
            if (told++ == 0)
            {
                await lose();
            }

            last = item.EventType == "state" ? JsonDocument.Parse(item.Data).RootElement.GetProperty("state").GetString() : last;
        }

        Assert.True(told > 0);
        Assert.NotEqual("Completed", last);
        Assert.False((await host.Get<RunReader>().FindAsync(await host.ActorAsync("admin"), run, Ct))!.State.IsFinished());
    }

    private async Task<Guid> StartAsync(SchoolScene scene)
    {
        var created = await host.Get<RunService>()
            .CreateAsync(Maria(scene), JsonSerializer.Deserialize<JsonElement>(Long), cancellationToken: Ct);
        return created.Value!.Id;
    }

    private static Actor Maria(SchoolScene scene) => new(scene.Maria.Person.Id, Role.Student);

    private async Task<(PageClient Browser, CookieContainer Cookies)> SignInAsync(Credentials who)
    {
        var cookies = new CookieContainer();
        var browser = Browser(cookies);
        Assert.Equal("/", (await browser.SignInAsync(who.Person.UserName, who.Password)).Redirect);
        return (browser, cookies);
    }

    private PageClient Browser(CookieContainer cookies)
    {
        _ = host.Get<SessionService>();
        return new PageClient(host.CreateDefaultClient(Site, new CookieContainerHandler(cookies)));
    }

    private static CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetCookies(Site));
        return copy;
    }

    private static async Task SignOutAsync(PageClient browser)
    {
        var form = (await browser.OpenAsync("/account")).Html.QuerySelector("main form[action='/account/logout']")!;
        var token = form.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        Assert.Equal("/", (await browser.PostRawAsync("/account/logout", [("__RequestVerificationToken", token)])).Redirect);
    }

    private static async Task<HttpStatusCode> ApiAsync(PageClient browser)
    {
        using var answer = await browser.Http.GetAsync("/api/datasets", Ct);
        return answer.StatusCode;
    }
}
