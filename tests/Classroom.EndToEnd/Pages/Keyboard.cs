using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>Somebody without a mouse.</summary>
public sealed class Keyboard(School school)
{
    [Fact]
    public async Task Signing_in_and_training_need_no_mouse()
    {
        await using var visitor = await school.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await Tabbing.ToAsync(page, page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("User name")).ToBeVisibleAsync();
        await Tabbing.ToAsync(page, page.GetByLabel("User name"));
        await page.Keyboard.TypeAsync("student23");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(School.Password);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Student 23" })).ToBeVisibleAsync();
        await Tabbing.ToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Lab", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true })).ToBeEnabledAsync();
        await Tabbing.ToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Tiny network" }));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByLabel("Filters per convolution")).ToHaveValueAsync("4");
        await Tabbing.ToAsync(page, page.GetByLabel("Pooling"));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByLabel("Pooling")).Not.ToHaveValueAsync("max");
        await Tabbing.ToAsync(page, page.GetByLabel("Epochs"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1");
        await Tabbing.ToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(RunView.Address);
        var view = new RunView(page);
        await view.ExpectStateAsync("Done");
        await Tabbing.ToAsync(page, page.GetByText("The curve as a table", new() { Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Curve by epoch" })).ToBeVisibleAsync();
        Assert.Single(await view.TableAsync());
        visitor.AssertNoTrouble();
    }
}
