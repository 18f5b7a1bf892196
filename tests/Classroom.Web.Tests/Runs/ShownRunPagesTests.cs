using System.Net;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests;

/// <summary>A run that a teacher shows to a class, as its students open it by the link and lose it again.</summary>
public sealed class ShownRunPagesTests(ClassroomHost host)
{
    private const string Tiny = """
        { "dataset": "digits", "data": { "train": 64, "validation": 32 }, "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 32, "epochs": 1, "seed": 7, "probes": [] }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Students_of_the_class_open_it_by_its_link_and_can_only_look()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await host.StartRunAsync(Maria(scene), Long, Ct);
        using var noah = await scene.SignInAsync(scene.Noah);
        using var stranger = await scene.SignInAsync(await scene.AddAsync("Stranger", Role.Student));
        string[] addresses = [$"/runs/{run}", $"/api/runs/{run}", $"/api/runs/{run}/curve", $"/lab/compare?runs={run}"];
        Assert.Equal(404, (await noah.OpenAsync(addresses[0])).Status);

        await ShowAsync(scene, run, isNamed: false);

        foreach (var address in addresses)
        {
            Assert.Equal(200, (await noah.OpenAsync(address)).Status);
        }

        foreach (var address in addresses[..^1])
        {
            Assert.Equal(404, (await stranger.OpenAsync(address)).Status);
        }

        var page = await noah.OpenAsync(addresses[0]);
        Assert.Contains("A teacher shows this run to your class.", page.Text, StringComparison.Ordinal);
        foreach (var act in new[] { "pause", "resume", "stop" })
        {
            using var refused = await noah.Http.PostAsync($"/api/runs/{run}/{act}", null, Ct);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.DoesNotContain(page.Html.QuerySelectorAll("button"), button => button.ReadText() is "Stop" or "Pause");
        foreach (var address in addresses)
        {
            var told = (await noah.OpenAsync(address)).Html.DocumentElement.OuterHtml;
            Assert.DoesNotContain(scene.Maria.Person.DisplayName, told, StringComparison.Ordinal);
            Assert.DoesNotContain(scene.Maria.Person.UserName, told, StringComparison.Ordinal);
        }

        await ShowAsync(scene, run, isNamed: true);
        Assert.Contains(
            $"Trained by {scene.Maria.Person.DisplayName}", (await noah.OpenAsync(addresses[0])).Text, StringComparison.Ordinal);
        await host.Get<Classroom.Runs.RunService>().StopAsync(Maria(scene), run);
    }

    [Fact]
    public async Task An_open_page_of_a_run_that_has_ended_is_lost_with_the_right_to_see_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await host.TrainAsync(Maria(scene), Tiny, Ct);
        await ShowAsync(scene, run, isNamed: false);
        var (noah, shown, lost) = (new Actor(scene.Noah.Person.Id, Role.Student), new TaskCompletionSource(), new TaskCompletionSource());
        await using var watched = host.Get<WatchedRunsFactory>().Create(
            true, act => act(), fault => throw fault, () => Task.FromResult<Actor?>(noah), lost.SetResult);
        watched.OnNews += _ =>
        {
            shown.TrySetResult();
            return Task.CompletedTask;
        };
        var seen = (await watched.AddAsync(noah, run))!;
        Assert.Equal((false, null), (seen.IsManaged, seen.Owner));
        watched.Follow();
        await shown.Task.WaitAsync(Ct);
        Assert.False(lost.Task.IsCompleted);

        Assert.Null(await host.Get<ShownRunService>().TakeBackAsync(scene.TeacherActor, run, scene.Class.Id, Ct));

        await lost.Task.WaitAsync(Ct);
    }

    [Fact]
    public async Task The_class_page_lists_what_is_shown_and_takes_it_back()
    {
        var scene = await SchoolScene.NewAsync(host);
        var run = await host.TrainAsync(Maria(scene), Tiny, Ct);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        Assert.Null((await teacher.OpenAsync(scene.Address)).Html.QuerySelector("#shown-runs"));
        await ShowAsync(scene, run, isNamed: false);

        var page = await teacher.OpenAsync(scene.Address);
        var list = page.Html.QuerySelector("section[aria-labelledby=shown-runs]")!;
        Assert.Equal($"/runs/{run}", list.QuerySelector("li a")!.GetAttribute("href"));
        Assert.Contains($"by {scene.Maria.Person.DisplayName}, shown just now", list.ReadText(), StringComparison.Ordinal);
        Assert.Contains("without a name", list.ReadText(), StringComparison.Ordinal);
        var done = await teacher.PostAsync(page, "shown-runs", ("TakeBack", $"{run}"));
        Assert.Equal($"{scene.Address}?done=taken-back", done.Redirect);
        Assert.Contains("The class no longer sees this run.", (await teacher.OpenAsync(done.Redirect!)).Text, StringComparison.Ordinal);
        Assert.False(await host.Get<RunReader>().MaySeeAllAsync(new(scene.Noah.Person.Id, Role.Student), [run], Ct));
    }

    private static string Long => Tiny.Replace("\"epochs\": 1", "\"epochs\": 100", StringComparison.Ordinal);

    private async Task ShowAsync(SchoolScene scene, Guid run, bool isNamed) =>
        Assert.Null(await host.Get<ShownRunService>().ShowAsync(scene.TeacherActor, run, scene.Class.Id, isNamed, Ct));

    private static Actor Maria(SchoolScene scene) => new(scene.Maria.Person.Id, Role.Student);
}
