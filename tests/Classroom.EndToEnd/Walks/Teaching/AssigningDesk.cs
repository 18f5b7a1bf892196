using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A teacher writes a quiz, and gives her class something of each kind.</summary>
public sealed class AssigningDesk(Visitor teacher, int classId)
{
    private readonly IPage page = teacher.Page;

    private string Assignments => $"/classes/{classId}/assignments";

    private ILocator Assigned => page.GetByRole(AriaRole.Region, new() { Name = "Assigned", Exact = true });

    /// <summary>Pastes its questions with a mistake among them, corrects that, and makes a quiz of all four.</summary>
    /// <returns>The quiz's slug.</returns>
    public async Task<string> WriteQuizAsync()
    {
        await teacher.GoAsync("/questions/import");
        var (text, check) = (page.GetByLabel("Or paste them"), page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }));
        await text.FillAsync(WarmUp.Gift.Replace("{F}", "{F", StringComparison.Ordinal));
        await check.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "2. What was read" })).ToContainTextAsync("Line 3:");
        await teacher.LookAroundAsync();
        await text.FillAsync(WarmUp.Gift);
        await check.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add these 4 questions to your bank" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your questions");
        await teacher.LookAroundAsync();

        await teacher.GoAsync("/quizzes/new");
        await page.GetByLabel("Title").FillAsync(WarmUp.Title);
        foreach (var (place, question) in WarmUp.Questions.Index())
        {
            await page.GetByRole(AriaRole.Button, new() { NameRegex = AccessibleName.Of("Add", question.Prompt) }).ClickAsync();
            await Expect(page.Locator("button[value^='remove:']")).ToHaveCountAsync(place + 1);
        }

        await teacher.LookAroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the quiz" }).ClickAsync();
        var quiz = await page.GetByRole(AriaRole.Link, new() { Name = WarmUp.Title, Exact = true }).GetAttributeAsync("href");
        return $"own-{quiz!.Split('/')[^1]}";
    }

    /// <returns>The assignment's id.</returns>
    public async Task<int> AssignAsync(string what, string kind, string title)
    {
        await teacher.GoAsync(Assignments);
        await page.GetByLabel("Lesson or your own quiz").SelectOptionAsync(new SelectOptionValue { Label = what });
        await page.GetByLabel("What students do").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Assigned.");
        return await FindAsync(title);
    }

    /// <summary>A network that is right often enough, and far smaller than any that is.</summary>
    public async Task<int> AssignTaskAsync(string title)
    {
        await teacher.GoAsync($"{Assignments}/task");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("Instructions", new() { Exact = true }).FillAsync("Train a small network that is right most of the time.");
        await page.GetByLabel("Measure").First.SelectOptionAsync("validation-accuracy");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "At least" }).First.FillAsync("20%");
        await page.Locator("summary", new() { HasText = "Condition 2" }).ClickAsync();
        await page.GetByLabel("Measure").Nth(1).SelectOptionAsync("weights");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "At most" }).Nth(1).FillAsync("100");
        await teacher.LookAroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Assigned.");
        return await FindAsync(title);
    }

    /// <summary>Types into these fields of an assignment, and presses Save.</summary>
    public async Task ChangeAsync(int assignment, params (string Field, string Value)[] values)
    {
        await teacher.GoAsync($"{Assignments}/{assignment}");
        foreach (var (field, value) in values)
        {
            await page.GetByLabel(field, new() { Exact = true }).FillAsync(value);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
    }

    public async Task ExpectChangedAsync() =>
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The assignment was changed.");

    private async Task<int> FindAsync(string title)
    {
        var address = await Assigned.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).GetAttributeAsync("href");
        return int.Parse(address!.Split('/')[^1]);
    }
}
