using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

public sealed class LessonPageTests(School school)
{
    private const int HeaviestPage = 150 * 1024;

    private static readonly ViewportSize Laptop = new() { Width = 1366, Height = 768 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Fact]
    public async Task Every_lesson_is_light_opens_no_circuit_and_is_clean_on_a_laptop_and_on_a_phone()
    {
        await using var visitor = await school.VisitAsync();
        var traffic = await Traffic.OfAsync(visitor);
        var weights = new List<(string Address, long Bytes)>();
        foreach (var address in await LevelsAsync())
        {
            weights.Add((address, await ReadAsync(visitor, address, traffic)));
        }

        foreach (var (address, bytes) in weights.OrderByDescending(weight => weight.Bytes))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes / 1024.0,7:0.0} KiB {address}");
        }

        Assert.All(
            weights,
            weight => Assert.True(weight.Bytes is > 0 and <= HeaviestPage, $"{weight.Address} weighs {weight.Bytes / 1024.0:0.0} KiB"));
    }

    [Fact]
    public async Task A_lesson_can_be_read_without_scripts()
    {
        await using var visitor = await school.VisitAsync(scripts: false);
        var page = visitor.Page;
        await page.GotoAsync("/glossary/overfitting");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overfitting");
        await page.GetByRole(AriaRole.Link, new() { Name = "Deep" }).ClickAsync();
        await Assertions.Expect(page.Locator("math").First).ToBeVisibleAsync();
    }

    /// <summary>Both levels of every term.</summary>
    private async Task<IReadOnlyList<string>> LevelsAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(school.Server.Address) };
        var slugs = (await client.GetFromJsonAsync<JsonElement>("/api/terms", TestContext.Current.CancellationToken)).EnumerateArray()
            .Select(term => term.GetProperty("slug").GetString()!)
            .ToList();
        Assert.Equal(20, slugs.Count);
        return [.. slugs.SelectMany(slug => new[] { $"/glossary/{slug}", $"/glossary/{slug}?level=deep" })];
    }

    /// <summary>
    /// In light on a laptop, then in dark on a phone. No lesson opens a socket, or loads anything of circuits and charts.
    /// </summary>
    /// <returns>What a first visit transfers.</returns>
    private static async Task<long> ReadAsync(Visitor visitor, string address, Traffic traffic)
    {
        await traffic.ForgetAsync();
        await visitor.Page.SetViewportSizeAsync(Laptop.Width, Laptop.Height);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visitor.OpenAsync(address);
        await visitor.LookAsync();
        await visitor.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.LookAtLayoutAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Empty(traffic.Sockets);
        Assert.DoesNotContain(
            traffic.Addresses, url => url.Contains("_blazor", StringComparison.Ordinal) || url.Contains("lotly", StringComparison.Ordinal));
        return await traffic.CountBytesAsync();
    }
}
