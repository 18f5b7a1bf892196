using System.Net;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A run that several people want to see.</summary>
public sealed class TwoViewers(School school)
{
    [Fact]
    public async Task A_student_and_her_teacher_see_the_same_curve()
    {
        await using var student = await school.VisitAsync("student17");
        await using var teacher = await school.VisitAsync("teacher");
        using var script = await Script.OfAsync(student, school.Server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 4));
        await student.Page.GotoAsync($"/runs/{run}");
        var hers = new RunView(student.Page);
        await hers.WaitForStepAsync(1);
        await teacher.Page.GotoAsync($"/runs/{run}");
        var theirs = new RunView(teacher.Page);

        await hers.ExpectStateAsync("Done");
        await theirs.ExpectStateAsync("Done");
        var table = await Waiting.UntilAsync(hers.TableAsync, rows => rows.Count == 4, "the table of four epochs");
        Assert.All(table, row => Assert.DoesNotContain("NaN", row, StringComparison.Ordinal));
        Assert.Equal(table, await theirs.TableAsync());
        Assert.Equal(
            await hers.TrainLossAsync(),
            await Waiting.UntilAsync(theirs.TrainLossAsync, line => line?.Last > 499.5, "the teacher's curve to be whole"));
        await teacher.GlanceAsync();
        student.AssertNoTrouble();
    }

    [Fact]
    public async Task Another_student_finds_no_such_run()
    {
        await using var owner = await school.VisitAsync("student18");
        await using var stranger = await school.VisitAsync("student19");
        using var script = await Script.OfAsync(owner, school.Server);
        using var strange = await Script.OfAsync(stranger, school.Server);
        var run = await script.StartRunAsync(Configs.Long());

        await stranger.GoNowhereAsync($"/runs/{run}");
        foreach (var path in new[] { "", "/curve", "/curve.csv", "/events" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await strange.StatusAsync(HttpMethod.Get, $"/api/runs/{run}{path}"));
        }

        foreach (var act in new[] { "pause", "resume", "stop" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await strange.StatusAsync(HttpMethod.Post, $"/api/runs/{run}/{act}"));
        }

        await Expect(stranger.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Go home" })).ToBeVisibleAsync();
        await script.StopAsync(run);
        await script.WaitForStateAsync(run, "Stopped");
    }
}
