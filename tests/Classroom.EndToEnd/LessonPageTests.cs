using Microsoft.Playwright;

namespace Classroom.EndToEnd;

public sealed class LessonPageTests(School school)
{
    private static readonly string[] Lessons = ["convolutional-neural-network", "overfitting", "recurrent-neural-network"];

    [Fact]
    public async Task A_lesson_opens_no_circuit_loads_no_chart_and_is_light()
    {
        await using var visitor = await school.VisitAsync();
        var sockets = new List<string>();
        var addresses = new List<string>();
        var finished = new List<IRequest>();
        visitor.Page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        visitor.Page.RequestFinished += (_, request) => finished.Add(request);
        visitor.Page.Request += (_, request) => addresses.Add(request.Url);

        await visitor.Page.GotoAsync("/glossary/overfitting", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var bytes = 0L;
        foreach (var request in finished.ToList())
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        Assert.Empty(sockets);
        Assert.DoesNotContain(addresses, address => address.Contains("_blazor", StringComparison.Ordinal) || address.Contains("lotly", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes / 1024.0:0.0} KiB in {finished.Count} requests");
        Assert.InRange(bytes, 1, 150 * 1024);
    }

    [Fact]
    public async Task Every_lesson_is_clean_at_both_levels_in_light_and_dark_on_a_laptop_and_a_phone()
    {
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await using var visitor = await school.VisitAsync(size: new() { Width = width, Height = height });
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var slug in Lessons)
                {
                    await visitor.GoAsync($"/glossary/{slug}");
                    await visitor.GoAsync($"/glossary/{slug}?level=deep");
                }

                await visitor.GoAsync("/glossary");
            }
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
}
