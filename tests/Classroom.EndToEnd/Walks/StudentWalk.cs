using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What a student does: read, answer, train.</summary>
public sealed class StudentWalk(School school)
{
    private const string Term = "convolutional-neural-network";

    [Fact]
    public async Task A_student_follows_the_next_step_from_the_lesson_to_the_quiz()
    {
        await using var visitor = await school.VisitAsync("student07");
        var page = visitor.Page;
        await visitor.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Read the lesson" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Convolutional neural network", new() { IgnoreCase = true });
        await Expect(page.Locator("math")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Deep" }).ClickAsync();
        await Expect(page.Locator("math").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Core" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have read this lesson" })).ToBeVisibleAsync();
        await visitor.LookAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Take the quiz" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start practice" }).ClickAsync();
        await new QuizView(page).ExpectOpenAsync();
        await visitor.GlanceAsync();
        await visitor.FollowMenuAsync("Home");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Take the quiz" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Practice_tells_at_once_what_was_right_and_lets_one_try_again()
    {
        await using var visitor = await school.VisitAsync("student09");
        var page = visitor.Page;
        var quiz = new QuizView(page);
        await quiz.OpenAsync(Term, "practice");
        var count = await quiz.CountAsync();
        Assert.InRange(count, 6, 8);
        var verdict = page.Locator(".feedback .verdict");
        var words = new List<string>();
        for (var number = 1; number <= count; number++)
        {
            await Expect(verdict).ToHaveCountAsync(0);
            await quiz.AnswerAsync();
            await quiz.Button("Check").ClickAsync();
            words.Add(await verdict.InnerTextAsync());
            if (words[^1] != "Right!")
            {
                await Expect(page.GetByText("Change your answer and check it again.")).ToBeVisibleAsync();
                await quiz.Button("Show the answer").ClickAsync();
            }

            await Expect(page.GetByText("Answer:")).ToBeVisibleAsync();
            if (number < count)
            {
                await quiz.Button("Next").ClickAsync();
            }
        }

        Assert.All(words, word => Assert.Contains(word, (string[])["Right!", "Partly right.", "Not yet."]));
        await visitor.LookAsync();
        await quiz.Button("Finish").ClickAsync();
        await quiz.Button("Yes, finish").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Practice finished" })).ToBeVisibleAsync();
        await Expect(page.Locator(".percent")).ToHaveTextAsync(Percentage.Pattern());
        await visitor.LookAsync();
    }

    [Fact]
    public async Task Graded_answers_outlive_a_reload_and_are_handed_in_once()
    {
        await using var visitor = await school.VisitAsync("student10");
        var page = visitor.Page;
        var quiz = new QuizView(page);
        await quiz.OpenAsync(Term, "graded");
        var given = new List<string>();
        foreach (var number in (int[])[1, 2, 3])
        {
            await quiz.GoToAsync(number);
            await quiz.AnswerAsync();
            given.Add(await quiz.AnswerAsTextAsync());
            await Expect(page.Locator(".feedback")).ToHaveCountAsync(0);
        }

        await page.ReloadAsync();
        await quiz.ExpectOpenAsync();
        Assert.Equal(3, await quiz.NumberAsync());
        foreach (var number in (int[])[1, 2, 3])
        {
            await quiz.GoToAsync(number);
            Assert.Equal(given[number - 1], await quiz.AnswerAsTextAsync());
        }

        // The same attempt, still open in another tab.
        var otherTab = await page.Context.NewPageAsync();
        var other = new QuizView(otherTab);
        await other.OpenAsync(Term, "graded");

        await quiz.Button("Hand in").ClickAsync();
        await Expect(page.GetByText("not fully answered yet")).ToBeVisibleAsync();
        await quiz.Button("Keep working").ClickAsync();
        await quiz.HandInAsync();
        var score = await page.Locator(".percent").InnerTextAsync();
        Assert.Matches(Percentage.Pattern(), score);
        await visitor.GlanceAsync();

        // It has heard of it, and shows the result by itself.
        await Expect(otherTab.Locator(".percent")).ToHaveTextAsync(score);
        await Expect(other.Earlier).ToHaveCountAsync(1);
        await Expect(other.Earlier).ToContainTextAsync(score);

        await page.GotoAsync("/me");
        await Expect(page.GetByRole(AriaRole.Row)
            .Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "Convolutional neural network" }) }).First)
            .ToContainTextAsync(score);
    }

    [Fact]
    public async Task A_tiny_network_trains_before_the_students_eyes()
    {
        await using var visitor = await school.VisitAsync("student11");
        var page = visitor.Page;
        await page.GotoAsync($"/lab?term={Term}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiny network" }).ClickAsync();
        await Expect(page.GetByLabel("Filters per convolution")).ToHaveValueAsync("4");
        await page.GetByLabel("Epochs").FillAsync("2");
        await visitor.GlanceAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(RunView.Address);
        var view = new RunView(page);

        var steps = new List<int>();
        await Waiting.UntilAsync(
            async () =>
            {
                steps.Add(await view.StepAsync());
                return await page.Locator(".page-head .pill").InnerTextAsync();
            },
            word => word.Trim() == "Done",
            "the run to be done");
        Assert.Equal(steps.Order(), steps);
        Assert.Equal(250, await view.StepAsync());
        await Waiting.UntilAsync(view.TrainLossAsync, line => line?.Last > 249.5, "the drawn curve to reach the last step");

        await Expect(page.GetByText("After epoch 2:").First).ToBeVisibleAsync();
        await Expect(
            page.GetByRole(AriaRole.Region, new() { Name = "What it sees" }).GetByRole(AriaRole.Img, new() { Name = "A picture of" }))
            .ToHaveCountAsync(16);
        Assert.Equal(2, (await view.TableAsync()).Count);
        await visitor.LookAsync();

        await visitor.FollowMenuAsync("My progress");
        var row = page.GetByRole(AriaRole.Region, new() { Name = "Table: My runs" }).GetByRole(AriaRole.Row).Nth(1);
        await Expect(row).ToContainTextAsync("Done");
        await Expect(row).ToContainTextAsync("2 of 2");
        await visitor.GlanceAsync();

        await visitor.FollowMenuAsync("Lab");
        var own = page.GetByRole(AriaRole.Region, new() { Name = "Table: your runs" });
        await Expect(own.GetByText("CNN 4")).ToBeVisibleAsync();
        Assert.Equal(0, await own.EvaluateAsync<int>("region => region.scrollWidth - region.clientWidth"));
    }

    [Fact]
    public async Task A_curve_grows_holds_while_paused_and_is_whole_after_looking_away()
    {
        await using var visitor = await school.VisitAsync("student12");
        using var script = await Script.OfAsync(visitor, school.Server);
        var page = visitor.Page;
        var run = await script.StartRunAsync(Configs.Long());
        await page.GotoAsync($"/runs/{run}");
        var view = new RunView(page);
        var line = await Waiting.UntilAsync(view.TrainLossAsync, line => line is not null, "the first points of the curve");
        for (var growth = 0; growth < 3; growth++)
        {
            var (before, step) = (line!, await view.StepAsync());
            line = await Waiting.UntilAsync(view.TrainLossAsync, now => now?.Last > before.Last, $"the drawn curve to go on from {before}");
            await view.WaitForStepAsync(step + 1);
        }

        await view.Button("Pause").ClickAsync();
        await view.ExpectStateAsync("Paused");
        var held = await view.StepAsync();
        Assert.Equal(held, (await script.GetAsync($"/api/runs/{run}")).GetProperty("step").GetInt32());
        await visitor.LookAsync();
        // The look has taken a while: a run that went on would have moved.
        Assert.Equal(held, await view.StepAsync());
        Assert.Equal(held, (await script.GetAsync($"/api/runs/{run}")).GetProperty("step").GetInt32());

        await view.Button("Resume").ClickAsync();
        await view.WaitForStepAsync(held + 20);
        await visitor.FollowMenuAsync("Glossary");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Glossary");
        await Waiting.UntilAsync(
            async () => (await script.GetAsync($"/api/runs/{run}")).GetProperty("step").GetInt32(),
            step => step > held + 60,
            "the run to go on unwatched");
        await page.GoBackAsync();
        await view.Button("Stop").ClickAsync();
        await view.ExpectStateAsync("Stopped");

        var last = (await script.CurveAsync(run)).Last(point => point.TrainLoss is not null).Step;
        line = await Waiting.UntilAsync(view.TrainLossAsync, line => line?.Last > last - 1, $"the drawn curve to reach step {last}");
        Assert.InRange(line!.First, 0, 2);
        visitor.AssertNoTrouble();
    }

    [Fact]
    public async Task A_gru_writes_text_of_its_own()
    {
        await using var visitor = await school.VisitAsync("student13");
        var page = visitor.Page;
        await page.GotoAsync("/lab?term=recurrent-neural-network");
        await page.GetByRole(AriaRole.Button, new() { Name = "GRU writer" }).ClickAsync();
        await page.GetByLabel("Hidden units").FillAsync("16");
        await page.GetByLabel("Epochs").FillAsync("2");
        await visitor.LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(RunView.Address);
        await new RunView(page).ExpectStateAsync("Done");

        var written = page.GetByRole(AriaRole.List, new() { Name = "What it writes" }).GetByRole(AriaRole.Listitem);
        await Expect(written).ToHaveCountAsync(3);
        await Expect(written.First).ToContainTextAsync("epoch 2");
        Assert.All(await written.Locator("mark").AllInnerTextsAsync(), text => Assert.True(text.Trim().Length > 10, text));
        await visitor.LookAsync();
    }

    [Fact]
    public async Task The_lab_without_scripts_says_what_it_needs()
    {
        await using var visitor = await school.VisitAsync("student03", scripts: false);
        await visitor.Page.GotoAsync("/lab");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true })).ToBeDisabledAsync();
        // Where the driver switches scripts off, the browser still takes a noscript element for text and hides it.
        Assert.Contains(
            "Training needs JavaScript.", await visitor.Page.Locator("form noscript").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_wrong_fields_are_named_beside_them_and_nothing_is_trained()
    {
        await using var visitor = await school.VisitAsync("student14");
        var page = visitor.Page;
        await page.GotoAsync("/lab");
        foreach (var (label, wrong) in new[] { ("Learning rate", "quick"), ("Batch size", "0"), ("Epochs", "-3") })
        {
            await page.GetByLabel(label).FillAsync(wrong);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("3 fields need another value");
        await Expect(page.GetByLabel("Learning rate")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Epochs" }).ClickAsync();
        await Expect(page.GetByLabel("Epochs")).ToBeFocusedAsync();
        foreach (var label in new[] { "Learning rate", "Batch size", "Epochs" })
        {
            await Expect(page.GetByLabel(label)).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(page.GetByLabel(label).Locator("xpath=..").Locator(".field-error")).ToHaveCountAsync(1);
        }

        await Expect(page.Locator(".field-error")).ToHaveCountAsync(3);
        await visitor.LookAsync();
        await page.GotoAsync("/me");
        await Expect(page.GetByText("No runs yet.")).ToBeVisibleAsync();
    }
}
