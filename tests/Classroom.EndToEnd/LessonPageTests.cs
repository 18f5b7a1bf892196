using System.Text.Json;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

public sealed class LessonPageTests(School school)
{
    private const int HeaviestPage = 150 * 1024;

    [Fact]
    public async Task No_lesson_opens_a_circuit_loads_a_chart_or_is_heavy()
    {
        var weights = new List<(string Address, long Bytes)>();
        foreach (var addresses in (await LevelsAsync()).Chunk(4))
        {
            weights.AddRange(await Task.WhenAll(addresses.Select(WeighAsync)));
        }

        foreach (var (address, bytes) in weights.OrderByDescending(weight => weight.Bytes))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes / 1024.0,7:0.0} KiB {address}");
        }

        Assert.All(weights, weight => Assert.True(weight.Bytes is > 0 and <= HeaviestPage, $"{weight.Address} weighs {weight.Bytes / 1024.0:0.0} KiB"));
    }

    [Theory]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Every_lesson_is_clean_at_both_levels(int width, int height, ColorScheme scheme)
    {
        await using var visitor = await school.VisitAsync(size: new() { Width = width, Height = height });
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var address in await LevelsAsync())
        {
            await visitor.GoAsync(address);
        }
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
        await using var visitor = await school.VisitAsync();
        var terms = await visitor.Page.APIRequest.GetAsync("/api/terms");
        var slugs = (await terms.JsonAsync<JsonElement>()).EnumerateArray().Select(term => term.GetProperty("slug").GetString()!).ToList();
        Assert.Equal(20, slugs.Count);
        return [.. slugs.SelectMany(slug => new[] { $"/glossary/{slug}", $"/glossary/{slug}?level=deep" })];
    }

    /// <summary>What a first visit transfers; it must open no socket and load nothing of circuits and charts.</summary>
    private async Task<(string Address, long Bytes)> WeighAsync(string address)
    {
        await using var visitor = await school.VisitAsync();
        var sockets = new List<string>();
        var finished = new List<IRequest>();
        visitor.Page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        visitor.Page.RequestFinished += (_, request) => finished.Add(request);
        await visitor.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(sockets);
        Assert.DoesNotContain(finished, request => request.Url.Contains("_blazor", StringComparison.Ordinal) || request.Url.Contains("lotly", StringComparison.Ordinal));
        var bytes = 0L;
        foreach (var request in finished.ToList())
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        return (address, bytes);
    }
}
