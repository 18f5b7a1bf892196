using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>A page with what somebody has made of it, which no other test opens: at each size in both themes.</summary>
public static class Surroundings
{
    private static readonly ViewportSize[] Others = [new() { Width = 390, Height = 844 }, new() { Width = 1920, Height = 1080 }];

    /// <summary>Looks at the page as it stands, at the size that it has and then at the others, and leaves it as it was.</summary>
    public static async Task LookAroundAsync(this Visitor visitor)
    {
        var (page, before) = (visitor.Page, visitor.Page.ViewportSize!);
        await visitor.LookAsync();
        await AssertNoFaultAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.LookAtColorsAsync();
        foreach (var size in Others)
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await visitor.LookAtLayoutAsync();
            await AssertNoFaultAsync(page);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await visitor.LookAtColorsAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private static async Task AssertNoFaultAsync(IPage page)
    {
        var faults = await PageFaults.FindAsync(page);
        Assert.True(faults.Count == 0, $"{page.Url}, {page.ViewportSize!.Width} px\n" + string.Join("\n", faults));
    }
}
