using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A teacher makes a class of a pasted list, and prints its sign-in cards.</summary>
public sealed partial class RosterDesk(Visitor teacher, Script script)
{
    private readonly IPage page = teacher.Page;

    /// <returns>Its id.</returns>
    public async Task<int> MakeClassAsync(string name)
    {
        await teacher.GoAsync("/classes");
        await page.Locator("summary", new() { HasText = "New class" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The class was created, and you own it.");
        await teacher.LookAroundAsync();
        return int.Parse(ClassAddress().Match(page.Url).Groups[1].Value);
    }

    /// <summary>Pastes the list, is told what is wrong with it, and corrects that. Before all is right, nothing is stored.</summary>
    public async Task AddStudentsAsync(int classId)
    {
        await teacher.GoAsync($"/classes/{classId}/students/new");
        await page.GetByLabel("Names, one on each line").FillAsync(PastedNames.Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the list" }).ClickAsync();
        await Expect(page.GetByText("30 lines: 3 to look at, marked below. Nothing is stored yet.")).ToBeVisibleAsync();
        await Expect(page.GetByText("The first line says what the columns are: name and user name.")).ToBeVisibleAsync();
        await Expect(page.Locator("ol.lines > li")).ToHaveCountAsync(PastedNames.Right.Count);
        await Expect(page.Locator("ol.lines .said")).ToHaveCountAsync(PastedNames.Faulty.Count);
        await Expect(page.GetByLabel("Name on line 9", new() { Exact = true })).ToBeFocusedAsync();
        foreach (var faulty in PastedNames.Faulty)
        {
            await Expect(Line(faulty.Line)).ToContainTextAsync(faulty.Message);
        }

        await teacher.LookAroundAsync();
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add the selected students" });
        await add.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody has been added yet.");
        Assert.Empty((await script.GetAsync($"/api/classes/{classId}/students")).EnumerateArray());

        foreach (var faulty in PastedNames.Faulty)
        {
            await page.GetByLabel(faulty.Field, new() { Exact = true }).FillAsync(faulty.Correct);
        }

        await add.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The students are in the class.");
        var stored = (await script.GetAsync($"/api/classes/{classId}/students")).EnumerateArray().ToList();
        Assert.Equal(PastedNames.Right.Order(), stored.Select(student => student.GetProperty("name").GetString()).Order());
    }

    /// <summary>Takes the cards as a PDF, checks that the page says the same, and says that they are printed.</summary>
    public async Task<IReadOnlyList<SignInCard>> PrintCardsAsync(int classId, string className)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "30 cards to print" })).ToBeVisibleAsync();
        var secrets = page.Locator(".cards .secret");
        await Expect(secrets).ToHaveCountAsync(PastedNames.Right.Count);
        await Expect(secrets.First).ToBeHiddenAsync();
        await teacher.LookAroundAsync();

        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Download a PDF" }).ClickAsync());
        Assert.Equal($"sign-in-cards-{classId}.pdf", download.SuggestedFilename);
        var cards = SignInCard.Read((await download.PathAsync())!, className);
        Assert.Equal(PastedNames.Right.Order(), cards.Select(card => card.Name).Order());

        await page.GetByLabel("Show everything").CheckAsync();
        await Expect(secrets.First).ToBeVisibleAsync();
        Assert.Equal(await secrets.AllInnerTextsAsync(), cards.Select(card => card.Password));

        await page.Locator("summary", new() { HasText = "I have printed them" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete the cards" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The cards are deleted.");
        await Expect(page.GetByText("No cards to print")).ToBeVisibleAsync();
        return [.. PastedNames.Right.Select(name => cards.Single(card => card.Name == name))];
    }

    private ILocator Line(int number) => page.Locator("ol.lines > li").Nth(number - 2);

    [GeneratedRegex(@"/classes/(\d+)\?")]
    private static partial Regex ClassAddress();
}
