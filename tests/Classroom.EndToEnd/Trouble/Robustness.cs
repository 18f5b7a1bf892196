using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>The server loses its power in the middle of everything, and comes back.</summary>
public sealed class Robustness(School school) : IAsyncLifetime
{
    private readonly ClassroomServer server = new();

    public async ValueTask InitializeAsync() => await server.StartAsync();

    [Fact]
    public async Task A_run_and_an_attempt_go_on_after_the_server_was_killed()
    {
        await using var trainer = await school.VisitAsync("student01", server: server);
        await using var quizzed = await school.VisitAsync("student02", server: server);
        using var script = await Script.OfAsync(trainer, server);
        var quiz = new QuizView(quizzed.Page);
        await quiz.OpenAsync("convolutional-neural-network", "graded");
        await quiz.AnswerAsync();
        var given = await quiz.AnswerAsTextAsync();
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 12));
        await trainer.Page.GotoAsync($"/runs/{run}");
        var view = new RunView(trainer.Page);
        await view.WaitForStepAsync(100);

        await server.KillAsync();
        var seen = await view.StepAsync();
        foreach (var page in new[] { trainer.Page, quizzed.Page })
        {
            var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" });
            await Expect(dialog).ToBeVisibleAsync();
            await Expect(dialog).ToContainTextAsync("Your answers and runs are safe on the server.");
        }

        await server.StartAsync();
        await view.ExpectStateAsync("Done");
        await Expect(trainer.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Waiting.UntilAsync(view.TrainLossAsync, line => line?.Last > 1499.5, "the drawn curve to reach the last step");
        await trainer.GlanceAfterTroubleAsync();
        Assert.InRange(seen, 100, 1499);

        var curve = await script.CurveAsync(run);
        Assert.Equal(Enumerable.Range(0, curve.Count), curve.Select(point => point.Sequence));
        Assert.Equal(Enumerable.Range(1, 1500), curve.Where(point => point.TrainLoss is not null).Select(point => point.Step));
        Assert.Equal(12, curve.Count(point => point.ValLoss is not null));
        var undisturbed = await script.StartRunAsync(Configs.Tiny(epochs: 12));
        await script.WaitForStateAsync(undisturbed, "Completed");
        Assert.Equal(await script.CurveAsync(undisturbed), curve);

        await quiz.ExpectOpenAsync();
        Assert.Equal(1, await quiz.NumberAsync());
        Assert.Equal(given, await quiz.AnswerAsTextAsync());
        await quizzed.GlanceAfterTroubleAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
