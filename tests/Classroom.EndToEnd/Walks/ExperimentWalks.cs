using System.Globalization;
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

    // On a loaded machine the longest experiment takes a few times its half minute.
    private const float TrainingPatience = 300_000;

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
        await page.Locator("fieldset:not([disabled]) input[type=radio]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "That is my prediction" }).ClickAsync();
        if (slug == "neural-network")
        {
            await BuildAsync(page);
        }

        await page.GetByRole(AriaRole.Button, new() { NameRegex = Train() }).ClickAsync();
        await Expect(page.Locator("progress, .pill, table.sweep").First).ToBeVisibleAsync();
        await Expect(page.Locator(".beside .chart, .beside table.sweep")).ToBeInViewportAsync(new() { Ratio = WhollyInView });
        await visitor.GlanceAsync();

        var explain = page.GetByRole(AriaRole.Button, new() { Name = "Now explain it" });
        await Expect(explain).ToBeEnabledAsync(new() { Timeout = TrainingPatience });
        await Expect(page.Locator("figure, .chart").First).ToBeVisibleAsync();
        await visitor.LookAsync();
        await explain.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your prediction" })).ToContainTextAsync(Answered());

        var questions = page.Locator("section:has(> fieldset)");
        await Expect(questions.First).ToBeVisibleAsync();
        for (var number = 0; number < await questions.CountAsync(); number++)
        {
            await AnswerAsync(questions.Nth(number));
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Experiment done" })).ToBeVisibleAsync();
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
        await page.Locator("fieldset:not([disabled]) input[type=radio]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "That is my prediction" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Train() }).ClickAsync();
        var chart = page.Locator(".beside .chart");
        await Expect(chart).ToBeInViewportAsync(new() { Ratio = WhollyInView });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Now explain it" }))
            .ToBeEnabledAsync(new() { Timeout = TrainingPatience });

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

    /// <summary>As a student does who does not know: one choice after the other, or a number that the answers lead to.</summary>
    private static async Task AnswerAsync(ILocator question)
    {
        var choices = question.Locator("input[type=radio]");
        var check = question.GetByRole(AriaRole.Button, new() { NameRegex = Check() });
        var feedback = question.Locator("[aria-live] .notice");
        await Expect(question.Locator("fieldset:not([disabled])")).ToBeVisibleAsync();
        var count = await choices.CountAsync();
        for (var choice = 0; choice < count; choice++)
        {
            await choices.Nth(choice).CheckAsync();
            await Expect(feedback).ToHaveCountAsync(0);
            await check.ClickAsync();
            if (await IsRightAsync(feedback))
            {
                return;
            }
        }

        Assert.True(count == 0, "No choice was right.");
        var (low, high) = (0.0, 20_000.0);
        while (high - low > 1e-4)
        {
            var guess = high - low > 1 ? Math.Round((low + high) / 2) : (low + high) / 2;
            await question.Locator("input[inputmode=decimal]").FillAsync(guess.ToString("0.#####", CultureInfo.InvariantCulture));
            await Expect(feedback).ToHaveCountAsync(0);
            await check.ClickAsync();
            if (await IsRightAsync(feedback))
            {
                return;
            }

            (low, high) = (await feedback.InnerTextAsync()).Contains("too high", StringComparison.Ordinal) ? (low, guess) : (guess, high);
        }

        Assert.Fail("No number was right.");
    }

    private static async Task<bool> IsRightAsync(ILocator feedback)
    {
        await Expect(feedback).ToBeVisibleAsync();
        return !(await feedback.InnerTextAsync()).StartsWith("Not yet.", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^Train( all \d+| this network)?$")]
    private static partial Regex Train();

    [GeneratedRegex("You were right|It turned out differently")]
    private static partial Regex Answered();

    [GeneratedRegex("^Check answer")]
    private static partial Regex Check();
}
