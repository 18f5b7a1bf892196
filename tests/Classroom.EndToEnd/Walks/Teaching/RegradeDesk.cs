using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A teacher drops a question, after she has seen for whom that changes what.</summary>
public sealed class RegradeDesk(Visitor teacher, int classId)
{
    private readonly IPage page = teacher.Page;

    /// <param name="assignment">The quiz.</param>
    /// <param name="prompt">Of the question.</param>
    /// <param name="changes">The lines that the preview has to show, by name.</param>
    public async Task DropAsync(int assignment, string prompt, IReadOnlyList<MarkChange> changes)
    {
        await teacher.GoAsync($"/classes/{classId}/assignments/{assignment}/regrade");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = AccessibleName.Of("Regrade", prompt) }).ClickAsync();
        await page.GetByLabel("Drop the question: it counts neither for nor against anybody.").CheckAsync();
        await teacher.LookAroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what changes" }).ClickAsync();
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "Marks before and after" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(changes.Count);
        foreach (var (row, change) in (await rows.AllAsync()).Zip(changes.OrderBy(change => change.Student, StringComparer.Ordinal)))
        {
            await Expect(row.Locator("th")).ToHaveTextAsync(change.Student);
            await Expect(row.Locator("td").Nth(0)).ToHaveTextAsync(StoredMark.Write(change.Before));
            await Expect(row.Locator("td").Nth(1)).ToHaveTextAsync(StoredMark.Write(change.After));
        }

        await teacher.LookAroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply to all attempts" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The question is dropped, and all attempts are graded without it.");
        await teacher.LookAroundAsync();
    }
}

/// <summary>A mark before and after.</summary>
public sealed record MarkChange(string Student, double Before, double After);
