using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What is answered is kept, whatever happens to the server, the connection or the laptop.</summary>
public sealed class LostNothing(School school, OwnServer own) : IClassFixture<OwnServer>
{
    private readonly ClassroomServer server = own.Server;

    [Fact]
    public async Task A_graded_attempt_goes_on_with_every_answer_in_place_after_the_server_was_killed_while_one_typed()
    {
        await using var visitor = await school.VisitAsync("student01", server: server);
        var page = visitor.Page;
        var quiz = await OpenWithLineAsync(visitor, "graded");
        var slug = page.Url;
        await quiz.AnswerAllAsync();
        var given = await AnswersAsync(quiz);
        await quiz.GoToLineAsync();
        var place = await quiz.NumberAsync();
        await quiz.Line.FillAsync("");
        await quiz.Line.PressSequentiallyAsync("12345", new() { Delay = 40 });

        await server.KillAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" })).ToBeVisibleAsync();
        await server.StartAsync();

        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await quiz.ExpectOpenAsync();
        Assert.Equal(place, await quiz.NumberAsync());
        await Expect(quiz.Line).ToHaveValueAsync("12345");
        await Expect(page.Locator("section.question[data-saved=true]")).ToHaveCountAsync(1);
        await visitor.GlanceAfterTroubleAsync();
        given[place - 1] = await quiz.AnswerAsTextAsync();
        Assert.Equal(given, await AnswersAsync(quiz));

        await quiz.HandInAsync();
        await Expect(page.Locator(".percent")).ToHaveTextAsync(Percentage.Pattern());
        await Expect(quiz.Earlier).ToHaveCountAsync(1);
        await page.GotoAsync(slug);
        await Expect(quiz.Button("Start graded quiz")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_is_on_the_server_half_a_second_later_though_the_line_was_never_left()
    {
        await using var visitor = await school.VisitAsync("student02", server: server);
        var quiz = await OpenWithLineAsync(visitor, "graded");
        var (address, place) = (visitor.Page.Url, await quiz.NumberAsync());
        await quiz.Line.PressSequentiallyAsync("0.12", new() { Delay = 20 });
        await quiz.ExpectSavedAsync();
        await Expect(quiz.Line).ToBeFocusedAsync();
        await server.KillAsync();
        await server.StartAsync();

        // Another laptop: nothing but what the server has.
        await using var elsewhere = await school.VisitAsync("student02", server: server);
        await elsewhere.Page.GotoAsync(address);
        var again = new QuizView(elsewhere.Page);
        await again.ExpectOpenAsync();

        Assert.Equal(place, await again.NumberAsync());
        await Expect(again.Line).ToHaveValueAsync("0.12");
    }

    [Fact]
    public async Task An_answer_that_does_not_reach_the_server_is_said_to_be_not_saved_until_it_is()
    {
        await using var visitor = await school.VisitAsync("student03", server: server);
        var page = visitor.Page;
        var quiz = await OpenWithLineAsync(visitor, "graded");
        var notice = page.Locator("section.question").GetByText("The classroom cannot be reached.");
        await Expect(notice).ToBeHiddenAsync();

        await server.FreezeAsync();
        try
        {
            await quiz.Line.PressSequentiallyAsync("7");
            await Expect(notice).ToBeVisibleAsync();
        }
        finally
        {
            await server.ThawAsync();
        }

        await quiz.ExpectSavedAsync();
        await Expect(notice).ToBeHiddenAsync();
        await page.ReloadAsync();
        await quiz.ExpectOpenAsync();
        await Expect(quiz.Line).ToHaveValueAsync("7");
    }

    [Fact]
    public async Task Typing_faster_than_the_network_loses_no_key()
    {
        await using var visitor = await school.VisitAsync("student06", server: server);
        await SlowNetwork.DelayAsync(visitor.Page, TimeSpan.FromMilliseconds(150));
        var quiz = await OpenWithLineAsync(visitor, "practice");

        // Just come from another question: the focus that goes to its title must not be taken from the line again.
        var place = await quiz.NumberAsync();
        await quiz.GoToAsync(place == 1 ? 2 : 1);
        await quiz.GoToAsync(place);
        await quiz.Line.FillAsync("");

        await quiz.Line.PressSequentiallyAsync("the quick brown fox 0123456789", new() { Delay = 40 });

        await Expect(quiz.Line).ToHaveAttributeAsync("data-kept", "the quick brown fox 0123456789");
        await Expect(quiz.Line).ToHaveValueAsync("the quick brown fox 0123456789");
        await quiz.ExpectSavedAsync();
        visitor.AssertNoTrouble();
    }

    [Fact]
    public async Task What_practice_has_told_is_still_told_after_a_reload()
    {
        await using var visitor = await school.VisitAsync("student04", server: server);
        var page = visitor.Page;
        var quiz = await OpenWithLineAsync(visitor, "practice");
        await quiz.Line.FillAsync("nothing like it");
        await quiz.Button("Check").ClickAsync();
        await Expect(page.Locator(".feedback .verdict")).ToHaveTextAsync("Not yet.");
        await quiz.Button("Show the answer").ClickAsync();
        await Expect(page.GetByText("Answer:")).ToBeVisibleAsync();
        await quiz.ExpectSavedAsync();

        await page.ReloadAsync();

        await quiz.ExpectOpenAsync();
        await Expect(page.Locator(".feedback .verdict")).ToHaveTextAsync("Not yet.");
        await Expect(page.GetByText("Answer:")).ToBeVisibleAsync();
        visitor.AssertNoTrouble();
    }

    [Fact]
    public async Task An_attempt_that_was_handed_in_in_another_tab_takes_no_answer_here_any_more()
    {
        await using var visitor = await school.VisitAsync("student05", server: server);
        var quiz = await OpenWithLineAsync(visitor, "graded");
        var otherTab = await visitor.Page.Context.NewPageAsync();
        var other = new QuizView(otherTab);
        await otherTab.GotoAsync(visitor.Page.Url);
        await other.ExpectOpenAsync();
        await other.HandInAsync();

        await Expect(quiz.Line).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Handed in", Exact = true })).ToBeVisibleAsync();
        await visitor.GlanceAsync();
    }

    /// <summary>An attempt at whichever quiz has drawn a question with a line to type on, with that question in view.</summary>
    private static async Task<QuizView> OpenWithLineAsync(Visitor visitor, string mode)
    {
        var quiz = new QuizView(visitor.Page);
        foreach (var slug in (string[])["overfitting", "convolutional-neural-network", "recurrent-neural-network", "batch", "epoch"])
        {
            await quiz.OpenAsync(slug, mode);
            if (await quiz.GoToLineAsync())
            {
                return quiz;
            }
        }

        throw new InvalidOperationException("No quiz has drawn a question with a line to type on.");
    }

    private static async Task<List<string>> AnswersAsync(QuizView quiz)
    {
        var answers = new List<string>();
        for (var number = 1; number <= await quiz.CountAsync(); number++)
        {
            await quiz.GoToAsync(number);
            answers.Add(await quiz.AnswerAsTextAsync());
        }

        return answers;
    }
}
