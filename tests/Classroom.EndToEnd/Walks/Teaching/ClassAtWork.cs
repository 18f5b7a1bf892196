using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>The students of a class at what it was given: three at their browsers, the others by their programs, all at once.</summary>
public sealed class ClassAtWork(
    TaughtClass taught, ClassroomServer server, Visitor ada, Visitor ben, Visitor carla, IReadOnlyList<Classmate> mates)
{
    /// <summary>So many of the others hand in the warm-up; the next hands it in empty, and the one after her only begins it.</summary>
    public const int InWarmUp = 23;

    /// <summary>So many of the others hand in the quiz in time.</summary>
    public const int InTime = 20;

    /// <summary>So many of the others do the task.</summary>
    public const int AtTask = 3;

    // Which questions of the warm-up they get right.
    private static readonly bool[] Adas = [false, true, true, false];
    private static readonly bool[] AdasAgain = [true, true, true, false];
    private static readonly bool[] Bens = [true, true, false, true];

    /// <summary>What counts of each who has handed in the warm-up, by name.</summary>
    public Dictionary<string, bool[]> WarmUps { get; } = [];

    /// <summary>Ada's score in the lesson's quiz, as her page says it.</summary>
    public string LessonScore { get; private set; } = "";

    public async Task WorkAsync(MarkDesk desk)
    {
        foreach (var (place, mate) in mates.Take(InWarmUp).Index())
        {
            WarmUps[mate.Card.Name] = [place % 2 == 0, place % 3 != 0, place % 5 != 0, place % 4 == 0];
        }

        (WarmUps[taught.Cards[0].Name], WarmUps[taught.Cards[1].Name]) = (Adas, Bens);
        await Task.WhenAll([ReadAndAnswerAsync(), TakeWithMoreTimeAsync(desk), DoTaskAndExperimentAsync(), .. mates.Select(WorkAsync)]);
    }

    /// <summary>Sees on her home page what she was told, marks it as read, and tries again.</summary>
    public async Task TryAgainAsync(string note)
    {
        var page = ada.Page;
        await ada.GoAsync("/");
        var notes = page.GetByRole(AriaRole.Region, new() { Name = "Feedback for you" });
        await Expect(notes.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Feedback for you (1 new)");
        await Expect(notes).ToContainTextAsync(note);
        await ada.LookAroundAsync();
        await notes.GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Marked as read.");
        await Expect(notes.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Feedback for you");
        await notes.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        var quiz = new QuizView(page);
        await quiz.ExpectOpenAsync();
        await AnswerAsync(quiz, AdasAgain);
        await quiz.HandInAsync();
        await Expect(page.Locator(".percent")).ToHaveTextAsync("75%");
        WarmUps[taught.Cards[0].Name] = AdasAgain;
    }

    private async Task ReadAndAnswerAsync()
    {
        var page = ada.Page;
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What is due" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await ada.LookAroundAsync();
        await ada.GoAsync("/glossary/epoch");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You have read this lesson" })).ToBeVisibleAsync();
        var quiz = new QuizView(page);
        await quiz.OpenAsync("epoch", "graded");
        await quiz.AnswerAsync();
        await quiz.HandInAsync();
        LessonScore = (await page.Locator(".percent").InnerTextAsync()).Trim();

        await quiz.OpenAsync(taught.WarmUpSlug, "graded");
        await AnswerAsync(quiz, Adas);
        await ada.LookAroundAsync();
        await quiz.HandInAsync();
        await Expect(page.Locator(".percent")).ToHaveTextAsync("50%");
        await ada.LookAroundAsync();
    }

    /// <summary>Gets half as much time again while his attempt is under way, and sees that on the page that he has open.</summary>
    private async Task TakeWithMoreTimeAsync(MarkDesk desk)
    {
        var quiz = new QuizView(ben.Page);
        await quiz.OpenAsync(taught.WarmUpSlug, "graded");
        using var script = await Script.OfAsync(ben, server);
        var before = await EndAsync(script);
        await Expect(ben.Page.Locator(".time")).ToContainTextAsync($"until {Hour(before)}");
        await AnswerAsync(quiz, Bens);

        await desk.GiveTimeAsync(taught.Cards[1].Name);
        var after = await EndAsync(script);
        Assert.Equal(TimeSpan.FromMinutes(WarmUp.Minutes / 2), after - before);
        await Expect(ben.Page.Locator(".time")).ToContainTextAsync($"until {Hour(after)}", new() { Timeout = 60_000 });
        await ben.LookAroundAsync();
        await desk.OpenAsync(taught.WarmUp, taught.Cards[1].Name);
        await Expect(desk.Work).ToContainTextAsync($"At work until {Hour(after)}");
        await quiz.HandInAsync();
        await Expect(ben.Page.Locator(".percent")).ToHaveTextAsync("75%");
    }

    private async Task DoTaskAndExperimentAsync()
    {
        var page = carla.Page;
        await carla.GoAsync($"/tasks/{taught.Task}");
        await Expect(page.GetByText("None has ended yet.")).ToBeVisibleAsync();
        using var script = await Script.OfAsync(carla, server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 1));
        await script.WaitForStateAsync(run, "Completed");
        await carla.GoAsync($"/tasks/{taught.Task}");
        await Expect(page.Locator(".runs .task-checks li").Nth(0)).ToContainTextAsync("Met");
        await Expect(page.Locator(".runs .task-checks li").Nth(1)).ToContainTextAsync("Not met");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in this run" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your run is handed in.");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Handed in", Exact = true })).ToContainTextAsync("50%");
        await carla.LookAroundAsync();

        await carla.GoAsync("/lab/gradient-descent");
        var experiment = new ExperimentView(page);
        await experiment.PredictAsync();
        await experiment.Train.ClickAsync();
        await experiment.WaitForTrainingAsync();
        await experiment.Explain.ClickAsync();
        await experiment.AnswerAllAsync();
        await carla.GlanceAsync();
    }

    private async Task WorkAsync(Classmate mate)
    {
        var place = mates.Index().First(one => one.Item == mate).Index;
        if (WarmUps.TryGetValue(mate.Card.Name, out var right))
        {
            await mate.TakeWarmUpAsync(taught.WarmUp, right);
        }
        else if (place == InWarmUp)
        {
            await mate.HandInNothingAsync(taught.WarmUp);
        }
        else if (place == InWarmUp + 1)
        {
            await mate.BeginAsync(taught.WarmUp);
        }

        if (place < InTime)
        {
            await mate.TakeQuizAsync(taught.Quiz, answered: 1 + (place % 7));
        }

        if (place < AtTask)
        {
            Assert.Equal(0.5, (await mate.DoTaskAsync(taught.Task)).GetProperty("score").GetDouble());
        }
    }

    private static async Task AnswerAsync(QuizView quiz, bool[] right)
    {
        for (var number = 1; number <= right.Length; number++)
        {
            await quiz.GoToAsync(number);
            await quiz.AnswerAsync(WarmUp.Answer(await quiz.PromptAsync(), right));
        }
    }

    /// <summary>When the open attempt ends.</summary>
    private async Task<DateTime> EndAsync(Script script) =>
        (await script.SendAsync(HttpMethod.Post, $"/api/assignments/{taught.WarmUp}/attempts")).GetProperty("endsAt").GetDateTime();

    private static string Hour(DateTime utc) => utc.ToString("h:mm tt", System.Globalization.CultureInfo.InvariantCulture);
}
