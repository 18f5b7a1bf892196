using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>Digits that a visitor draws herself, read by a network that she has trained.</summary>
public sealed class DrawnByHand(School school)
{
    // On a sheet of 280.
    private const float Sheet = 280;

    private static readonly (float X, float Y)[][] OpenFour =
        [[(96, 50), (84, 100), (76, 146), (140, 146), (206, 144)], [(166, 92), (164, 170), (162, 242)]];

    [Fact]
    public async Task One_drawn_with_the_mouse_and_one_drawn_by_keys_are_read()
    {
        await using var visitor = await school.VisitAsync("student01");
        var page = visitor.Page;
        using var script = await Script.OfAsync(visitor, school.Server);
        var run = await script.StartRunAsync(Configs.Reader());
        await script.WaitForStateAsync(run, "Completed");
        await page.GotoAsync($"/runs/{run}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true })).ToBeEnabledAsync();
        var sheet = page.GetByLabel("Drawing sheet");
        var says = page.Locator(".says");

        await sheet.ScrollIntoViewIfNeededAsync();
        var box = (await sheet.BoundingBoxAsync())!;
        foreach (var stroke in OpenFour)
        {
            await MoveAsync(stroke[0]);
            await page.Mouse.DownAsync();
            foreach (var point in stroke)
            {
                await MoveAsync(point);
            }

            await page.Mouse.UpAsync();
        }

        await Expect(says).ToContainTextAsync("It reads 4,");
        await Expect(sheet.Locator("path.ink:not(.wet)")).ToHaveCountAsync(OpenFour.Length);
        await Expect(page.Locator("[role=status]").Filter(new() { HasText = "It reads 4," })).ToHaveCountAsync(1);
        await visitor.LookAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Expect(says).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        await Tabbing.ToAsync(page, sheet);
        await PressAsync("ArrowUp", 6);
        await PressAsync("ArrowLeft", 4);
        await PressAsync("Space", 1);
        await PressAsync("ArrowRight", 8);
        for (var stair = 0; stair < 6; stair++)
        {
            await PressAsync("ArrowLeft", 1);
            await PressAsync("ArrowDown", 2);
        }

        await PressAsync("Space", 1);
        await Expect(says).ToContainTextAsync("It reads 7,");
        await Expect(sheet.Locator(".cursor:not(.down)")).ToBeVisibleAsync();
        await visitor.GlanceAsync();

        Task MoveAsync((float X, float Y) place) =>
            page.Mouse.MoveAsync(box.X + (place.X / Sheet * box.Width), box.Y + (place.Y / Sheet * box.Height), new() { Steps = 6 });

        async Task PressAsync(string key, int times)
        {
            for (var i = 0; i < times; i++)
            {
                await page.Keyboard.PressAsync(key);
            }
        }
    }
}
