using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>The page of a run as its reader sees it.</summary>
public sealed partial class RunView(IPage page)
{
    // From the drawing itself: the pixels of the line's ends, put back through the axis.
    private const string MeasureLine = """
        () => {
          const chart = document.querySelector('.chart .js-plotly-plot');
          const line = chart?.querySelector('.scatterlayer .trace path.js-line');
          if (!line?.getAttribute('d')) return null;
          const axis = chart._fullLayout.xaxis;
          const step = at => axis.p2d(line.getPointAtLength(at).x);
          return { First: step(0), Last: step(line.getTotalLength()) };
        }
        """;

    /// <summary>
    /// Of any run. Tests ask the page for it again and again: a wait for the navigation itself can miss one within the document.
    /// </summary>
    public static Regex Address => RunAddress();

    public Guid Id => Guid.Parse(new Uri(page.Url).Segments[^1]);

    /// <summary>The training loss as it is drawn; null while nothing is.</summary>
    public Task<DrawnLine?> TrainLossAsync() => page.EvaluateAsync<DrawnLine?>(MeasureLine);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task<int> StepAsync() =>
        int.Parse(StepOf().Match(await page.GetByText(StepOf()).InnerTextAsync()).Groups[1].Value);

    public async Task<int> StepsAsync() =>
        int.Parse(StepOf().Match(await page.GetByText(StepOf()).InnerTextAsync()).Groups[2].Value);

    public Task WaitForStepAsync(int step) => Waiting.UntilAsync(StepAsync, seen => seen >= step, $"step {step} on the page");

    public Task ExpectStateAsync(string word) => Assertions.Expect(page.Locator(".page-head .pill")).ToHaveTextAsync(word);

    /// <summary>The numbers behind the chart, cell by cell.</summary>
    public async Task<IReadOnlyList<string>> TableAsync()
    {
        var details = page.Locator("details").Filter(new() { HasText = "The curve as a table" });
        if (await details.GetAttributeAsync("open") is null)
        {
            await details.Locator("summary").ClickAsync();
        }

        // It is rendered when it is wanted.
        var table = details.GetByRole(AriaRole.Region, new() { Name = "Curve by epoch" });
        await table.WaitForAsync();
        return await table.Locator("tbody tr").AllInnerTextsAsync();
    }

    [GeneratedRegex(@"^\s*Step (\d+) of (\d+)\s*$")]
    private static partial Regex StepOf();

    [GeneratedRegex("/runs/[0-9a-f-]+$")]
    private static partial Regex RunAddress();
}

/// <summary>A line of a chart, as it is drawn.</summary>
public sealed record DrawnLine
{
    /// <summary>The step under its first pixel.</summary>
    public double First { get; init; }

    /// <summary>The step under its last pixel.</summary>
    public double Last { get; init; }
}
