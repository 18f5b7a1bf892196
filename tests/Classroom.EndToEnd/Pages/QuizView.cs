using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>The page of a quiz as its reader sees it; answers whatever kind of question is drawn.</summary>
public sealed partial class QuizView(IPage page)
{
    // What is picked, typed, chosen and in which order it stands.
    private const string ReadAnswer = """
        section => JSON.stringify([
          ...[...section.querySelectorAll('input')].map(input => ['radio', 'checkbox'].includes(input.type) ? input.checked : input.value),
          ...[...section.querySelectorAll('select')].map(select => select.selectedOptions[0].text),
          ...[...section.querySelectorAll('fieldset ol li .text')].map(item => item.textContent),
        ])
        """;

    private ILocator Question => page.Locator("section.question");

    private ILocator Title => Question.GetByRole(AriaRole.Heading, new() { Level = 2 });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The typed line of the question in view.</summary>
    public ILocator Line => Question.GetByRole(AriaRole.Textbox);

    /// <summary>Goes on with the open attempt, or starts one.</summary>
    public async Task OpenAsync(string slug, string mode)
    {
        await page.GotoAsync($"/quiz/{slug}?mode={mode}");
        await StartAsync(mode);
    }

    /// <summary>On a page of this mode: goes on with the open attempt, or starts one.</summary>
    public async Task StartAsync(string mode)
    {
        var start = Button(mode == "graded" ? "Start graded quiz" : "Start practice");
        if (await start.CountAsync() > 0)
        {
            await start.ClickAsync();
        }

        await ExpectOpenAsync();
    }

    /// <summary>Goes to the first question that is answered on a line; false where none was drawn.</summary>
    public async Task<bool> GoToLineAsync()
    {
        for (var number = 1; number <= await CountAsync(); number++)
        {
            await GoToAsync(number);
            if (await Line.CountAsync() > 0)
            {
                return true;
            }
        }

        return false;
    }

    public async Task ExpectSavedAsync() => await Assertions.Expect(Question.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();

    /// <summary>The question is there and can be answered.</summary>
    public async Task ExpectOpenAsync() => await Assertions.Expect(Button("Next").Or(Button("Hand in")).First).ToBeEnabledAsync();

    public async Task<int> NumberAsync() => int.Parse(Counted().Match(await Title.InnerTextAsync()).Groups[1].Value);

    public async Task<int> CountAsync() => int.Parse(Counted().Match(await Title.InnerTextAsync()).Groups[2].Value);

    /// <summary>How the question wants to be answered, in its own words: each kind has others.</summary>
    public async Task<string> HowAsync() => (await Question.Locator("legend, .form-label").First.InnerTextAsync()).Trim();

    public Task<string> AnswerAsTextAsync() => Question.EvaluateAsync<string>(ReadAnswer);

    /// <summary>Gives some answer and waits until the page says that it is stored.</summary>
    public async Task AnswerAsync()
    {
        if (await Question.GetByRole(AriaRole.Radio).CountAsync() > 0)
        {
            await Question.GetByRole(AriaRole.Radio).First.CheckAsync();
        }
        else if (await Question.GetByRole(AriaRole.Checkbox).CountAsync() > 0)
        {
            await Question.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        }
        else if (await Question.GetByRole(AriaRole.Combobox).AllAsync() is { Count: > 0 } selects)
        {
            foreach (var (place, select) in selects.Index())
            {
                await select.SelectOptionAsync(new SelectOptionValue { Index = place + 1 });
            }
        }
        else if (await Question.GetByRole(AriaRole.Textbox).CountAsync() > 0)
        {
            await Question.GetByRole(AriaRole.Textbox).FillAsync("17");
            await Question.GetByRole(AriaRole.Textbox).PressAsync("Tab");
        }
        else
        {
            await Question.GetByRole(AriaRole.Button, new() { NameRegex = MoveDown() }).First.ClickAsync();
        }

        await ExpectSavedAsync();
    }

    /// <summary>Picks this choice, or types it, and waits until the page says that it is stored.</summary>
    public async Task AnswerAsync(string answer)
    {
        if (await Line.CountAsync() > 0)
        {
            await Line.FillAsync(answer);
            await Line.PressAsync("Tab");
        }
        else
        {
            await Question.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();
        }

        await ExpectSavedAsync();
    }

    /// <summary>The words of the question in view.</summary>
    public async Task<string> PromptAsync() => (await Question.Locator(".prompt").InnerTextAsync()).Trim();

    /// <summary>Gives some answer to every question; hardly all of them are right.</summary>
    public async Task AnswerAllAsync()
    {
        for (var number = 1; number <= await CountAsync(); number++)
        {
            await GoToAsync(number);
            await AnswerAsync();
        }
    }

    public async Task GoToAsync(int number)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Questions" }).GetByRole(AriaRole.Button).Nth(number - 1).ClickAsync();
        await Assertions.Expect(Title).ToContainTextAsync($"Question {number} of");
    }

    public async Task HandInAsync()
    {
        await Button("Hand in").ClickAsync();
        // Impatient: the second click of the two must not count as another one.
        await Button("Yes, hand in").DblClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Handed in", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>The rows of earlier attempts: when, kind, score.</summary>
    public ILocator Earlier => page.GetByRole(AriaRole.Region, new() { Name = "Table of earlier attempts" }).Locator("tbody tr");

    [GeneratedRegex(@"Question (\d+) of (\d+)")]
    private static partial Regex Counted();

    [GeneratedRegex("^Move down")]
    private static partial Regex MoveDown();
}
