using Bunit;
using Classroom.School;
using Classroom.Web.Shared;
using Classroom.Web.Tests.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Interactive;

/// <summary>What every interactive part does when an action is pressed, refused, fails, or is overtaken.</summary>
public sealed class InteractivePartTests : QuizSchool
{
    private static IReadOnlyList<string> Said(IRenderedComponent<PressPart> part) =>
        [.. part.FindAll("[role=alert] .notice").Select(notice => notice.ReadText())];

    private IRenderedComponent<PressPart> Show(Func<Actor, CancellationToken, Task<Refusal?>> action) =>
        Render<PressPart>(parameters => parameters.Add(part => part.Action, action));

    [Fact]
    public void An_action_runs_as_the_one_who_is_signed_in_and_says_nothing_where_it_worked()
    {
        Actor? ran = null;
        var part = Show((actor, _) =>
        {
            ran = actor;
            return Task.FromResult<Refusal?>(null);
        });

        part.Find("button").Click();

        Assert.Equal(Student, ran);
        Assert.Empty(Said(part));
    }

    [Fact]
    public void A_refusal_is_said_once_and_gone_after_the_next_try()
    {
        Refusal? refusal = new Refusal.Conflict("Not now.");
        var part = Show((_, _) => Task.FromResult<Refusal?>(refusal));
        part.Find("button").Click();
        Assert.Equal(["Not now."], Said(part));

        refusal = null;
        part.Find("button").Click();

        Assert.Empty(Said(part));
    }

    [Fact]
    public async Task Who_has_signed_out_is_told_and_nothing_is_done_in_her_name()
    {
        var runs = 0;
        var part = Show((_, _) =>
        {
            runs++;
            return Task.FromResult<Refusal?>(null);
        });
        await EndSignInAsync();

        part.Find("button").Click();

        Assert.Equal([SignedOutException.Text], Said(part));
        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task A_database_that_is_away_is_said_and_the_next_try_works()
    {
        var id = await StartAsync(Classroom.School.Attempts.AttemptMode.Graded, "best-epoch");
        var part = Show(async (actor, cancellationToken) =>
        {
            await AttemptReader.GetAsync(actor, id, cancellationToken);
            return null;
        });
        await RenameAnswersAsync("AttemptAnswers", "Away");
        await part.Find("button").ClickAsync(new());
        Assert.Equal([ActionProblem.DatabaseAway.ToMessage()], Said(part));
        await RenameAnswersAsync("Away", "AttemptAnswers");

        await part.Find("button").ClickAsync(new());

        Assert.Empty(Said(part));
    }

    [Fact]
    public void A_fault_of_the_program_is_said_as_one_and_the_page_goes_on()
    {
        var wrong = true;
        var part = Show((_, _) => wrong ? throw new InvalidOperationException("a bug") : Task.FromResult<Refusal?>(null));
        part.Find("button").Click();
        Assert.Equal([ActionProblem.Fault.ToMessage()], Said(part));
        Assert.DoesNotContain("a bug", part.Markup, StringComparison.Ordinal);

        wrong = false;
        part.Find("button").Click();

        Assert.Empty(Said(part));
    }

    [Fact]
    public async Task Failures_are_logged_and_refusals_are_not()
    {
        var logger = new RecordingLogger();
        var guard = new ActionGuard(Services.GetRequiredService<CurrentActor>(), logger);
        var bug = new InvalidOperationException("a bug");
        var away = new TimeoutException();

        Assert.Equal(ActionProblem.Fault, await guard.RunAsync((_, _) => throw bug, Ct));
        Assert.Equal(ActionProblem.DatabaseAway, await guard.RunAsync((_, _) => throw away, Ct));
        Assert.Equal("No.", (await guard.RunAsync((_, _) => Task.FromResult<Refusal?>(new Refusal.Conflict("No.")), Ct))!.What);
        Assert.Equal("Not yours.", (await guard.RunAsync((_, _) => throw new NotAllowedException("Not yours."), Ct))!.What);

        Assert.Equal([bug, away], logger.Errors);
    }

    [Fact]
    public async Task A_second_press_while_the_first_is_under_way_does_nothing()
    {
        var runs = 0;
        var held = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var part = Show((_, _) =>
        {
            runs++;
            return held.Task;
        });
        var first = part.Find("button").ClickAsync(new());
        part.WaitForAssertion(() => Assert.Equal("At it", part.Find("button").ReadText()));
        Assert.False(part.Find("button").HasAttribute("disabled"));
        await part.Find("button").ClickAsync(new());
        held.SetResult(null);
        await first;
        Assert.Equal(1, runs);

        await part.Find("button").ClickAsync(new());

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_part_that_is_taken_away_cancels_what_it_does()
    {
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var part = Show(async (_, cancellationToken) =>
        {
            cancellationToken.Register(canceled.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        });
        var pressed = part.Find("button").ClickAsync(new());
        part.WaitForAssertion(() => Assert.Equal("At it", part.Find("button").ReadText()));

        await DisposeComponentsAsync();

        await canceled.Task.WaitAsync(Ct);
        await pressed.WaitAsync(Ct);
    }

    [Fact]
    public void Before_the_circuit_stands_the_button_is_disabled()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Assert.True(Show((_, _) => Task.FromResult<Refusal?>(null)).Find("button").HasAttribute("disabled"));
    }
}
