using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>
/// Training does not depend on the laptop: whatever happens to its network, the page ends with the complete, exact curve.
/// </summary>
public sealed class SchoolNetworkTests(School school)
{
    [Fact]
    public async Task A_laptop_that_was_offline_for_two_minutes_comes_back_to_the_whole_curve()
    {
        await using var network = new SchoolNetwork(school.Server.Address);
        await using var visitor = await school.VisitAsync("student28", address: network.Address);
        using var script = await Script.OfAsync(visitor, school.Server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 60));
        await visitor.Page.GotoAsync($"/runs/{run}");
        var view = new RunView(visitor.Page);
        await view.WaitForStepAsync(100);
        await Waiting.UntilAsync(view.TrainLossAsync, line => line is not null, "a curve to be drawn");

        network.Lose();
        var seen = await view.StepAsync();
        // Not a wait for something to happen: this is how long the laptop is away.
        await Task.Delay(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" })).ToBeVisibleAsync();
        await script.WaitForStateAsync(run, "Completed");
        Assert.InRange(await view.StepAsync(), seen, 7499);

        network.Find();
        await ExpectWholeCurveAsync(visitor, script, run, view, 60);
    }

    [Fact]
    public async Task A_page_says_within_seconds_that_the_network_is_gone_and_is_silent_once_it_is_back()
    {
        await using var visitor = await school.VisitAsync("student28");
        await visitor.Page.GotoAsync("/lab/overfitting");
        var notice = visitor.Page.GetByText("Not connected.");

        await visitor.Page.Context.SetOfflineAsync(true);

        // Blazor's own client takes more than ten.
        await Expect(notice).ToBeVisibleAsync(new() { Timeout = 5000 });
        await visitor.Page.Context.SetOfflineAsync(false);
        await Expect(notice).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Where_web_sockets_are_blocked_a_run_is_shown_over_long_polling()
    {
        await using var network = new SchoolNetwork(school.Server.Address, blocksWebSockets: true);
        await using var visitor = await school.VisitAsync("student28", address: network.Address);
        using var script = await Script.OfAsync(visitor, school.Server);
        var polls = 0;
        visitor.Page.Request += (_, request) => polls += request.Url.Contains("/_blazor?id=", StringComparison.Ordinal) ? 1 : 0;
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 20));
        await visitor.Page.GotoAsync($"/runs/{run}");
        var view = new RunView(visitor.Page);

        await ExpectWholeCurveAsync(visitor, script, run, view, 20);

        Assert.True(network.RefusedWebSockets > 0, "The page never asked for a WebSocket.");
        Assert.True(polls > 10, $"Only {polls} polls.");
    }

    private static async Task ExpectWholeCurveAsync(Visitor visitor, Script script, Guid run, RunView view, int epochs)
    {
        await view.ExpectStateAsync("Done");
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        var steps = epochs * 125;
        await Waiting.UntilAsync(
            view.TrainLossAsync,
            line => line?.First < 1.5 && line.Last > steps - 0.5,
            "the drawn curve to reach from the first step to the last");
        var curve = await script.CurveAsync(run);
        Assert.Equal(Enumerable.Range(1, steps), curve.Where(point => point.TrainLoss is not null).Select(point => point.Step));
        var table = await Waiting.UntilAsync(view.TableAsync, rows => rows.Count == epochs, $"a table of {epochs} epochs");
        foreach (var (row, point) in table.Zip(curve.Where(point => point.ValLoss is not null)))
        {
            Assert.Contains($"{point.ValLoss:0.000}", row, StringComparison.Ordinal);
        }

        await visitor.GlanceAfterTroubleAsync();
    }
}
