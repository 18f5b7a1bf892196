using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>Going through a page with the Tab key.</summary>
public static class Tabbing
{
    private const int MostStops = 60;

    /// <summary>Presses Tab until the target has the focus; each stop on the way must show that it is one.</summary>
    public static async Task ToAsync(IPage page, ILocator target)
    {
        var stops = new List<string>();
        do
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>(DescribeFocus);
            Assert.False(stop.StartsWith("invisible", StringComparison.Ordinal), $"{page.Url}: {stop} shows no focus");
            stops.Add(stop);
            Assert.True(stops.Count < MostStops, $"{page.Url}: Tab does not lead there, only to\n{string.Join("\n", stops)}");
        }
        while (!await target.EvaluateAsync<bool>("element => element === document.activeElement"));
    }

    private const string DescribeFocus = """
        () => {
          const element = document.activeElement;
          const marked = part => part && (getComputedStyle(part).outlineStyle !== 'none' || getComputedStyle(part).boxShadow !== 'none');
          const shown = element === document.body || marked(element) || marked(element.closest('label'));
          return `${shown ? 'visible' : 'invisible'} ${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 40)}`;
        }
        """;
}
