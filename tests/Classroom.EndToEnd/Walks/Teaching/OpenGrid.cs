using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>The progress of a class, opened once and never loaded again.</summary>
public sealed class OpenGrid(Visitor watcher)
{
    private readonly IPage page = watcher.Page;

    public async Task OpenAsync(int classId)
    {
        await watcher.GoAsync($"/classes/{classId}/progress");
        await Expect(page.Locator(".sort:enabled").First).ToBeVisibleAsync();
        await page.EvaluateAsync("() => window.opened = true");
    }

    /// <summary>Fails where the page was loaded again meanwhile.</summary>
    public async Task ExpectStillOpenAsync()
    {
        Assert.True(await page.EvaluateAsync<bool>("() => window.opened === true"));
        watcher.AssertNoTrouble();
    }

    /// <summary>The cell says all of this.</summary>
    public async Task ExpectAsync(string student, string assignment, params string[] words)
    {
        var name = page.GetByRole(AriaRole.Link, new() { Name = student, Exact = true });
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = name });
        var cell = row.GetByRole(AriaRole.Cell).Nth(await ColumnAsync(assignment));
        foreach (var word in words)
        {
            await Expect(cell).ToContainTextAsync(word);
        }
    }

    /// <summary>The foot of the column: how many have done it, and their mean, from 0 to 1.</summary>
    public async Task ExpectDoneAsync(string assignment, int done, double mean)
    {
        // Halfway between two percents, the last bit decides, and that depends on the order in which the scores were summed.
        var either = string.Join('|', new[] { mean - 1e-9, mean + 1e-9 }.Select(Whole).Distinct());
        await Expect(page.Locator("tfoot tr").First.GetByRole(AriaRole.Cell).Nth(await ColumnAsync(assignment)))
            .ToHaveTextAsync(new Regex($"^\\s*{done} of {PastedNames.Right.Count}, mean ({either})\\s*$"));
    }

    /// <summary>So many cells are like this.</summary>
    public async Task ExpectCountAsync(string state, int count) =>
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Show only students with" })
            .GetByRole(AriaRole.Button, new() { Name = $"{state} {count}", Exact = true })).ToBeVisibleAsync();

    /// <summary>A share as the page writes it: "67%".</summary>
    public static string Whole(double share) =>
        Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>Among the cells of a row, of which the student's name is none.</summary>
    private async Task<int> ColumnAsync(string assignment)
    {
        var heads = await page.Locator("thead th .sort").AllInnerTextsAsync();
        return heads.ToList().FindIndex(head => head.Trim() == assignment) - 1;
    }
}
