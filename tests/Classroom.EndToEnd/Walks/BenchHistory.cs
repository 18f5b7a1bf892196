using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What is on the bench outlasts a look at another page.</summary>
[Collection(School.DemoClass)]
public sealed partial class BenchHistory(School school)
{
    [Fact]
    public async Task Back_and_forward_keep_the_fields_of_the_bench()
    {
        await using var visitor = await school.VisitAsync("student09");
        var page = visitor.Page;
        await page.GotoAsync("/lab");
        await page.GetByLabel("Epochs", new() { Exact = true }).FillAsync("7");
        await page.GetByLabel("Epochs", new() { Exact = true }).PressAsync("Tab");
        await Expect(page).ToHaveURLAsync(KeptAddress());

        await visitor.FollowMenuAsync("Glossary");
        await Expect(page).ToHaveURLAsync(GlossaryAddress());
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Epochs", new() { Exact = true })).ToHaveValueAsync("7");

        await page.GoForwardAsync();
        await Expect(page).ToHaveURLAsync(GlossaryAddress());
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Epochs", new() { Exact = true })).ToHaveValueAsync("7");
        await visitor.GlanceAsync();
    }

    [GeneratedRegex("/lab\\?config=")]
    private static partial Regex KeptAddress();

    [GeneratedRegex("/glossary$")]
    private static partial Regex GlossaryAddress();
}
