using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>
/// A teacher brings a file that does not say how it is meant, answers, checks what became of it, stores it and trains on it.
/// </summary>
[Collection(School.DemoClass)]
public sealed class DataSetWalk(School school)
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    // Two columns of words: either may be what is to be told.
    private static FilePayload Measured => new()
    {
        Name = "measured.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(
            "2023,2024,kind\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i}.5,{40 - i},{(i % 2 == 0 ? "oak" : "fir")}\n"))),
    };

    [Fact]
    public async Task A_file_that_is_ambiguous_is_asked_about_shown_stored_and_trained_on()
    {
        await using var teacher = await school.VisitAsync("teacher", Phone);
        var page = teacher.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await teacher.GoAsync("/admin/datasets");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Trees of two years");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(Measured);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("One question first.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true })).ToHaveCountAsync(0);
        await teacher.LookAsync();
        await page.Locator("input[name=header][value=true]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "The first rows" }).Last).ToContainTextAsync("oak");
        await Expect(page.GetByLabel("First line")).ToHaveValueAsync("true");
        await teacher.LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The data set is stored.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trees of two years");
        await teacher.LookAsync();

        using var script = await Script.OfAsync(teacher, school.Server);
        var id = page.Url.Split('/', '?')[5];
        var shown = await script.GetAsync($"/api/datasets/{id}");
        Assert.True(shown.GetProperty("reading").GetProperty("header").GetBoolean());
        var run = await script.StartRunAsync(new
        {
            dataset = id,
            model = new { kind = "mlp", hidden = new[] { 4 } },
            optimizer = new { kind = "adam", learningRate = 0.01 },
            batchSize = 8,
            epochs = 2
        });
        await script.WaitForStateAsync(run, "Completed");

        // Its run says what it learned from, also when that is gone.
        await page.ReloadAsync();
        await page.Locator("summary", new() { HasText = "Remove" }).ClickAsync();
        await Expect(page.GetByText("1 run of 1 person used it").Last).ToBeVisibleAsync();
        await teacher.LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The data set is removed.");
        await page.GotoAsync($"/runs/{run}");
        await Expect(page.GetByText("Trees of two years (removed since)")).ToBeVisibleAsync();
        teacher.AssertNoTrouble();
    }
}
