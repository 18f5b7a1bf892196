using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>
/// Predict, run, explain: every experiment from the first click to the last, by turns in light on a laptop and in dark on a phone.
/// </summary>
public sealed partial class ExperimentWalks(School school, OwnServer own, SharedWindow window)
    : IClassFixture<OwnServer>, IClassFixture<SharedWindow>
{
    private static readonly ViewportSize Laptop = new() { Width = 1366, Height = 633 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    // Less than 1, since a browser scrolls by whole pixels.
    private const float WhollyInView = 0.99f;

    private static readonly string[] Slugs =
    [
        "activation-function", "artificial-neural-network", "backpropagation", "batch", "convolutional-neural-network", "deep-learning",
        "epoch",
        "feature-extraction", "gradient-descent", "hyperparameter", "image-classification", "loss-function", "neural-network",
        "overfitting",
        "pooling-layer", "recurrent-neural-network", "supervised-learning", "transfer-learning", "unsupervised-learning",
        "vanishing-gradient-problem",
        "vanishing-gradient-problem/time-lag",
    ];

    public static TheoryData<string> Terms => [.. Slugs];

    [Theory]
    [MemberData(nameof(Terms))]
    public async Task A_student_predicts_runs_and_explains(string slug)
    {
        var place = Array.IndexOf(Slugs, slug);
        var visitor = await window.OpenAsync(school, place % 2 == 0 ? Laptop : Phone, $"student{place + 1:00}", own.Server);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = place % 2 == 0 ? ColorScheme.Light : ColorScheme.Dark });
        var page = visitor.Page;

        await visitor.GoAsync($"/lab/{slug}");
        var experiment = new ExperimentView(page);
        await experiment.PredictAsync();
        if (slug == "neural-network")
        {
            await BuildAsync(page);
        }

        await experiment.Train.ClickAsync();
        await Expect(page.Locator("progress, .pill, table.sweep").First).ToBeVisibleAsync();
        await Expect(page.Locator(".beside .chart, .beside table.sweep")).ToBeInViewportAsync(new() { Ratio = WhollyInView });
        await visitor.GlanceAsync();

        await experiment.WaitForTrainingAsync();
        await Expect(page.Locator("figure, .chart").First).ToBeVisibleAsync();
        await visitor.LookAsync();
        await experiment.Explain.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your prediction" })).ToContainTextAsync(Answered());

        await experiment.AnswerAllAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What this shows" })).ToBeVisibleAsync();
        await visitor.LookAsync();

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Experiment done" })).ToBeVisibleAsync();
        visitor.AssertNoTrouble();
    }

    [Fact]
    public async Task What_trains_stays_in_view_while_the_runs_above_it_grow_until_one_scrolls()
    {
        var visitor = await window.OpenAsync(school, Phone, "student21", own.Server);
        var page = visitor.Page;
        await visitor.GoAsync("/lab/gradient-descent");
        var experiment = new ExperimentView(page);
        await experiment.PredictAsync();
        await experiment.Train.ClickAsync();
        var chart = page.Locator(".beside .chart");
        await Expect(chart).ToBeInViewportAsync(new() { Ratio = WhollyInView });
        await experiment.WaitForTrainingAsync();

        await GrowAsync(page);
        await Expect(chart).ToBeInViewportAsync(new() { Ratio = WhollyInView });

        await page.Mouse.WheelAsync(0, -50);
        await GrowAsync(page);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Expect(chart).Not.ToBeInViewportAsync(new() { Ratio = WhollyInView });
    }

    /// <summary>
    /// As a table does whose lines come late. The browser's own anchoring is off, as it is where it has nothing to hold on to.
    /// </summary>
    private static Task GrowAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
          document.documentElement.style.overflowAnchor = 'none';
          const line = document.createElement('div');
          line.style.height = '200px';
          document.querySelector('.run-step').prepend(line);
        }
        """);

    /// <summary>Five neurons: enough for the ring, so that her network settles her prediction.</summary>
    private static async Task BuildAsync(IPage page)
    {
        var neurons = page.Locator("ol.layers .count").First;
        while (await neurons.InnerTextAsync() is var before && before != "5 neurons")
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "One neuron more in hidden layer 1" }).ClickAsync();
            await Expect(neurons).Not.ToHaveTextAsync(before);
        }
    }

    [GeneratedRegex("You were right|It turned out differently")]
    private static partial Regex Answered();
}
