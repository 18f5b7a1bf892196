using System.Diagnostics;
using Microsoft.Playwright;

namespace Classroom.Benchmarks;

/// <summary>What a student at a browser waits for, measured with Debian's Chromium against a running Classroom.</summary>
public static class FirstPoint
{
    private const int Tries = 10;

    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"
        ];

    public static async Task<int> MeasureAsync(string address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = Arguments });
        var context = await browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name=username]", "student30");
        await page.FillAsync("[name=password]", "demo-classroom");
        await page.PressAsync("[name=password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));

        var waits = new List<double>();
        var updates = new List<double>();
        var pages = new List<double>();
        for (var i = 0; i < Tries; i++)
        {
            await page.GotoAsync("/lab");
            await page.Locator("fieldset:not([disabled])").First.WaitForAsync();
            await page.Locator("#epochs").FillAsync("40");
            await page.Locator("#seed").FillAsync($"{i}");
            await page.Locator("#epochs").FocusAsync();
            // The clock starts at the click itself, in the browser, and stops at the frame that shows a drawn line.
            await page.EvaluateAsync(
                "() => document.querySelector('button[type=submit].btn-lg').addEventListener('click', () => { window.clicked = "
                    + "performance.now(); }, { capture: true })");
            await page.Locator("button[type=submit].btn-lg").ClickAsync();
            waits.Add(await page.EvaluateAsync<double>("""
                () => new Promise(resolve => {
                  const look = () => {
                    const line = document.querySelector('.chart .scatterlayer .trace path.js-line');
                    if (line?.getAttribute('d')) requestAnimationFrame(() => resolve(performance.now() - window.clicked));
                    else requestAnimationFrame(look);
                  };
                  look();
                })
                """));
            updates.Add(await page.EvaluateAsync<double>("""
                () => new Promise(resolve => {
                  let changes = 0, last = '';
                  const end = performance.now() + 5000;
                  const look = () => {
                    const drawn = document.querySelector('.chart .scatterlayer .trace path.js-line')?.getAttribute('d') ?? '';
                    if (drawn !== last) { changes++; last = drawn; }
                    if (performance.now() < end) requestAnimationFrame(look); else resolve(changes / 5);
                  };
                  look();
                })
                """));
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            for (var k = 0; k < 10; k++)
            {
                var start = Stopwatch.GetTimestamp();
                await http.GetStringAsync("/glossary/overfitting");
                pages.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Change and train again" }).WaitForAsync();
        }

        Console.WriteLine($"click on Train to the first painted point: {Describe(waits)} ms ({Tries} tries)");
        Console.WriteLine($"updates of the drawn curve a second: {Describe(updates)}");
        Console.WriteLine($"a glossary page while a run trains: {Describe(pages)} ms");
        return 0;
    }

    private static string Describe(List<double> values)
    {
        values.Sort();
        return $"median {values[values.Count / 2]:0.0}, {values[0]:0.0} to {values[^1]:0.0}";
    }
}
