using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>The figures of the lessons that answer to the reader's hand.</summary>
public sealed class InteractiveFigures(School school, SharedWindow window) : IClassFixture<SharedWindow>
{
    private const int SmallestTarget = 44;

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    /// <summary>
    /// Lesson, figure, what to press on which control ("control: key ×times; …"), and what the figure then says: a number
    /// that the lesson works out.
    /// </summary>
    public static TheoryData<string, string, string, string> Walks() => new()
    {
        {
            "convolutional-neural-network",
            "move-filter",
            "Window: ArrowRight ×4",
            "Rows 2–4, columns 2–4: the nine products add up to 6. 5 of 9"
        },
        {
            "convolutional-neural-network",
            "move-filter",
            "Next window: Enter ×3; upright line: ArrowDown",
            "Rows 1–3, columns 1–3: the nine products add up to −2. 1 of 9"
        },
        {
            "convolutional-neural-network",
            "move-filter",
            "upright line: ArrowDown",
            "This filter looks for horizontal lines. Rows 1–3, columns 1–3"
        },
        {
            "recurrent-neural-network",
            "unroll-cell",
            "Read 1: Enter; Read 0: Space; Read 1: Enter",
            "Step 3: 1 × 1 + 0.5 × 0.36 = 1.18, and tanh of that is the new h = 0.83."
        },
        {
            "recurrent-neural-network",
            "unroll-cell",
            "Read 1: Enter ×2; Start again: Enter; Read 0: Enter",
            "Step 1: 1 × 0 + 0.5 × 0 = 0.00, and tanh of that is the new h = 0.00."
        },
        {
            "overfitting",
            "fit-curve",
            "Bends allowed: End",
            "5 bends: the curve misses the dots it studied by 0.00 on average, and the new dots by 2.56."
        },
        {
            "overfitting",
            "fit-curve",
            "Bends allowed: ArrowRight",
            "1 bend: the curve misses the dots it studied by 0.88 on average, and the new dots by 0.46. No other"
        },
        {
            "loss-function",
            "price-trust",
            "Probability of the right class: ArrowRight ×40",
            "The right class got 0.90. Cross-entropy charges 0.11. Squared error charges 0.10 × 0.10 = 0.01."
        },
        { "pooling-layer", "pool-map", "the largest: ArrowDown", "The average of each block: 2.75, 1.5, 1, 3." },
        {
            "pooling-layer",
            "pool-map",
            "Columns moved to the right: ArrowRight",
            "The largest of each block: 4, 6, 1, 5. Before the move: 6, 3, 2, 5. Unchanged: 1 of 4."
        },
        {
            "batch",
            "deal-batches",
            "Step: Enter ×3",
            "3 steps and 1 epoch done: the weights have changed 3 times. An epoch has 3 steps. The last batch has 2 cards."
        },
        {
            "batch",
            "deal-batches",
            "Batch size: Home; Whole epoch: Space",
            "10 steps and 1 epoch done: the weights have changed 10 times. An epoch has 10 steps."
        },
        { "gradient-descent", "step-down", "Step: Enter ×4", "Step 4: 2.75 − 0.25 × (−0.5) = 2.875." },
        {
            "gradient-descent",
            "step-down",
            "Learning rate: End; Step: Enter ×2",
            "Step 2: 6 − 1.25 × 6 = −1.5. The loss is 20.25. It has gone up."
        },
        {
            "unsupervised-learning",
            "find-groups",
            "Join: Enter; Move: Enter; Join: Enter; Move: Enter",
            "center A is at 12, center B at 22."
        },
        {
            "unsupervised-learning",
            "find-groups",
            "Join: Enter ×2",
            "The buttons have joined these centers already. Now the centers have to move."
        },
        {
            "unsupervised-learning",
            "find-groups",
            "Join: Enter; Move: Enter ×2",
            "The centers are at the averages already. Now the buttons have to join."
        },
        {
            "unsupervised-learning",
            "find-groups",
            "Join: Enter; Move: Enter; Join: Enter; Move: Enter; Join: Enter",
            "Nothing has changed: done."
        },
        { "image-classification", "share-scores", "Score for car: ArrowRight ×2", "Probabilities: bike 0.47, car 0.47, empty 0.06." },
        {
            "artificial-neural-network",
            "draw-border",
            "Bias: ArrowLeft ×4",
            "4 of 4 corners are right. The sums are −2.0, −1.0, −1.0, 0.0"
        },
        {
            "artificial-neural-network",
            "draw-border",
            "both up (AND): ArrowUp; Bias: ArrowLeft ×2",
            "3 of 4 corners are right. With one straight border that is the most."
        },
        {
            "activation-function",
            "slide-activation",
            "Sum: ArrowRight ×10",
            "Sum 2.0: none gives 2.00, ReLU gives 2.00, sigmoid gives 0.88, tanh gives 0.96."
        },
        {
            "activation-function",
            "slide-activation",
            "Sum: Home",
            "Sum −4.0: none gives −4.00, ReLU gives 0.00, sigmoid gives 0.02, tanh gives −1.00."
        },
        { "backpropagation", "pass-blame", "Back: Enter ×4", "The slope of weight 1 is the blame of h × the input: 6 × 2 = 12." },
        {
            "backpropagation",
            "pass-blame",
            "Nudge weight 2: Space",
            "Weight 2 nudged to 3.001: the loss changes by 0.004004, and divided by 0.001 that is about 4.00."
        },
        {
            "vanishing-gradient-problem",
            "fade-gradient",
            "Layers: ArrowLeft",
            "0.25 multiplied 3 times: layer 1 gets 1 part in 64 of what layer 4 gets."
        },
        {
            "vanishing-gradient-problem",
            "fade-gradient",
            "ReLU that is on: 1: Enter",
            "1.00 multiplied 4 times: layer 1 gets all of what layer 5 gets."
        },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task A_figure_is_moved_by_keyboard_and_says_what_the_lesson_says(string slug, string name, string keys, string says)
    {
        var visitor = await window.OpenAsync(school, Phone);
        var figure = await OpenAsync(visitor, name == "share-scores" ? $"{slug}?level=deep" : slug, name);
        await PressAsync(figure, keys);

        await Expect(figure.Locator(".reading")).ToContainTextAsync(says);
        await Expect(figure.GetByRole(AriaRole.Status)).ToContainTextAsync(says);
        foreach (var control in await figure.Locator("button, input[type=range], .choice label").AllAsync())
        {
            var box = await control.BoundingBoxAsync();
            Assert.True(
                box!.Height >= SmallestTarget && box.Width >= SmallestTarget,
                $"{name}: {await control.InnerTextAsync()} is {box.Width:0} × {box.Height:0} px");
        }

        // Another walk changes nothing but numbers.
        if (Walks().First(walk => walk.Data.Item2 == name).Data.Item3 == keys)
        {
            await visitor.LookAsync($"figure[data-interactive={name}]");
        }
    }

    [Fact]
    public async Task Figures_come_and_go_with_enhanced_navigation_and_keep_their_state()
    {
        await using var visitor = await school.VisitAsync("student25");
        var page = visitor.Page;
        var sockets = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        var filter = await OpenAsync(visitor, "convolutional-neural-network", "move-filter");
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        await PressAsync(filter, "Window: ArrowRight ×4");

        // A form on the same page patches it: the figure goes on where it was.
        await page.GetByRole(AriaRole.Button, new() { Name = "I have read this" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Take the quiz" })).ToBeVisibleAsync();
        await Expect(filter.Locator(".reading")).ToContainTextAsync("add up to 6");

        await page.GetByRole(AriaRole.Link, new() { Name = "Deep" }).ClickAsync();
        await Expect(page.Locator("math").First).ToBeVisibleAsync();
        await Expect(page.Locator("figure:not([data-interactive]) .stage")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Core" }).ClickAsync();
        await Expect(filter.Locator(".stage")).ToHaveCountAsync(1);

        await page.EvaluateAsync("() => Blazor.navigateTo('/glossary/overfitting')");
        var fit = page.Locator("figure[data-interactive=fit-curve]");
        await PressAsync(fit, "Bends allowed: End");
        await Expect(fit.Locator(".reading")).ToContainTextAsync("2.56");
        await page.GoBackAsync();
        await PressAsync(filter, "Next window: Enter");
        await Expect(filter.Locator(".reading")).ToContainTextAsync("columns");
        await Expect(page.Locator(".stage")).ToHaveCountAsync(1);
        await Expect(filter.Locator("> svg")).ToBeHiddenAsync();

        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        Assert.Empty(sockets);
        await visitor.GlanceAsync();
    }

    [Fact]
    public async Task What_a_slider_changes_is_announced_once_the_hand_rests()
    {
        await using var visitor = await school.VisitAsync();
        var figure = await OpenAsync(visitor, "overfitting", "fit-curve");
        var status = figure.GetByRole(AriaRole.Status);
        await status.EvaluateAsync(
            "status => { window.announced = 0; new MutationObserver(() => window.announced++).observe(status, { childList: true }); }");
        Assert.Equal("", await status.TextContentAsync());

        await PressAsync(figure, "Bends allowed: ArrowRight ×5");
        await Expect(status).ToContainTextAsync("5 bends");

        Assert.InRange(await visitor.Page.EvaluateAsync<int>("() => window.announced"), 1, 4);
    }

    [Fact]
    public async Task Without_scripts_and_on_paper_the_drawing_stands_alone()
    {
        await using var reader = await school.VisitAsync(scripts: false);
        await reader.Page.GotoAsync("/glossary/recurrent-neural-network");
        var still = reader.Page.Locator("figure[data-interactive=unroll-cell]");
        await Expect(still.Locator("> svg")).ToBeVisibleAsync();
        await Expect(still.Locator(".stage")).ToHaveCountAsync(0);

        await using var printer = await school.VisitAsync();
        var figure = await OpenAsync(printer, "recurrent-neural-network", "unroll-cell");
        await printer.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(figure.Locator("> svg")).ToBeVisibleAsync();
        await Expect(figure.Locator(".stage")).ToBeHiddenAsync();
        foreach (var furniture in new[] { "header.site-header", "footer", ".no-print", "button" })
        {
            foreach (var part in await printer.Page.Locator(furniture).AllAsync())
            {
                await Expect(part).ToBeHiddenAsync();
            }
        }
    }

    [Fact]
    public async Task What_glides_jumps_for_those_who_want_no_motion()
    {
        await using var visitor = await school.VisitAsync();
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        var figure = await OpenAsync(visitor, "convolutional-neural-network", "move-filter");
        var frame = figure.Locator(".glides").First;
        Assert.Equal("0.2s", await frame.EvaluateAsync<string>("frame => getComputedStyle(frame).transitionDuration"));

        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal("0s", await frame.EvaluateAsync<string>("frame => getComputedStyle(frame).transitionDuration"));
    }

    private static async Task<ILocator> OpenAsync(Visitor visitor, string slug, string name)
    {
        await visitor.Page.GotoAsync($"/glossary/{slug}");
        var figure = visitor.Page.Locator($"figure[data-interactive={name}]");
        await Expect(figure.Locator(".stage")).ToBeVisibleAsync();
        return figure;
    }

    private static async Task PressAsync(ILocator figure, string keys)
    {
        foreach (var step in keys.Split("; "))
        {
            var split = step.LastIndexOf(": ", StringComparison.Ordinal);
            var (name, press) = (step[..split], step[(split + 2)..].Split(" ×"));
            var target = figure.GetByRole(AriaRole.Slider, new() { Name = name, Exact = true })
                .Or(figure.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }))
                .Or(figure.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true }));
            for (var time = 0; time < (press.Length > 1 ? int.Parse(press[1]) : 1); time++)
            {
                await target.PressAsync(press[0]);
            }
        }
    }
}
