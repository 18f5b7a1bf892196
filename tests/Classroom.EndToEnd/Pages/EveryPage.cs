using System.Diagnostics;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>Every page of the program, at the widths that count and in both themes.</summary>
public sealed class EveryPage(School school)
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    // What its browser leaves of a Chromebook's screen.
    private static readonly ViewportSize Chromebook = new() { Width = 1366, Height = 633 };

    // The second is the first at 200 % zoom.
    private static readonly ViewportSize[] Sizes = [Chromebook, new() { Width = 683, Height = 316 }, Phone];

    // What a teacher projects.
    private static readonly ViewportSize Projector = new() { Width = 1920, Height = 1080 };

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    [Fact]
    public void Every_route_is_looked_at() =>
        Assert.Equal(Routes.Find(ClassroomServer.WebProgram).Order(), PageAddresses.ByRoute.Keys.Order());

    [Fact]
    public async Task Every_page_is_clean_and_never_scrolls_sideways_at_each_width_in_both_themes()
    {
        await using var server = new ClassroomServer();
        await server.StartAsync();
        await using var nobody = await school.VisitAsync(server: server);
        await using var student = await school.VisitAsync("student24", server: server);
        await using var teacher = await school.VisitAsync("teacher", server: server);
        await using var admin = await school.VisitAsync("admin", server: server);
        var scene = new CrawlScene();
        await scene.MakeAsync(student, teacher, server);

        var found = new List<string>();
        foreach (var view in PageAddresses.ByRoute.Values.SelectMany(views => views))
        {
            var visitor = view.Viewer switch { Viewer.Student => student, Viewer.Teacher => teacher, Viewer.Admin => admin, _ => nobody };
            var watch = Stopwatch.StartNew();
            found.AddRange(await LookAroundAsync(visitor, view, scene.Fill(view.Address)));
            TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s {view.Viewer} {view.Address}");
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Fact]
    public async Task An_interactive_figure_fits_on_the_screen_with_its_controls()
    {
        await using var visitor = await school.VisitAsync(size: Chromebook);
        var slugs = InteractiveFigures.Walks().Select(walk => (walk.Data.Item1, walk.Data.Item2)).Distinct();
        foreach (var (slug, name) in slugs)
        {
            await visitor.Page.GotoAsync($"/glossary/{slug}{(name == "share-scores" ? "?level=deep" : "")}");
            var stage = visitor.Page.Locator($"figure[data-interactive={name}] .stage");
            var (picture, controls) =
                (await stage.Locator("> svg").BoundingBoxAsync(), await stage.Locator(".controls").BoundingBoxAsync());
            var height = controls!.Y + controls.Height - picture!.Y;
            Assert.True(height <= Chromebook.Height, $"{name} is {height:0} px high.");
        }
    }

    [Theory]
    [InlineData(683)]
    [InlineData(390)]
    public async Task The_menu_opens_leads_on_and_lets_one_sign_out_where_the_head_has_one_row(int width)
    {
        await using var visitor = await school.VisitAsync("student24", new() { Width = width, Height = 600 });
        var page = visitor.Page;
        await visitor.GoAsync("/");
        var (menu, opened) =
            (page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }), page.Locator("#site-menu:popover-open"));
        await visitor.FollowMenuAsync("Glossary");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Glossary");
        await Assertions.Expect(opened).ToHaveCountAsync(0);

        await menu.PressAsync("Enter");
        await visitor.LookAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(opened.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened).ToHaveCountAsync(0);
        await Assertions.Expect(menu).ToBeFocusedAsync();

        await menu.ClickAsync();
        await Assertions.Expect(opened.GetByRole(AriaRole.Link, new() { Name = "Student 24" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(opened.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await visitor.SignOutAsync();
    }

    /// <summary>One load of the page; what is wrong with it at each width and in each theme.</summary>
    private static async Task<IReadOnlyList<string>> LookAroundAsync(Visitor visitor, PageView view, string address)
    {
        var found = new List<string>();
        await visitor.Page.SetViewportSizeAsync(Chromebook.Width, Chromebook.Height);
        await visitor.OpenAsync(address, view.Status);
        await Assertions.Expect(visitor.Page.Locator(view.Ready ?? "h1").First).ToBeAttachedAsync();
        if (view.FirstScreen is not null && await PageFaults.FindOffScreenAsync(visitor.Page, view.FirstScreen) is { } off)
        {
            found.Add($"{view.Viewer} at {address}: {off}");
        }

        foreach (var size in view.Viewer == Viewer.Teacher ? [.. Sizes, Projector] : Sizes)
        {
            await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);
            foreach (var scheme in Schemes)
            {
                // A button that plays is there only for those who want motion.
                var moves = size == Chromebook && scheme == ColorScheme.Light;
                await visitor.Page.EmulateMediaAsync(
                    new() { ColorScheme = scheme, ReducedMotion = moves ? ReducedMotion.NoPreference : ReducedMotion.Reduce });
                var here = $"{view.Viewer} at {address}, {size.Width} px, {scheme}";
                try
                {
                    await (scheme == ColorScheme.Light ? visitor.LookAsync() : visitor.LookAtColorsAsync());
                }
                catch (Xunit.Sdk.XunitException fault)
                {
                    found.Add($"{here}: {fault.Message}");
                }

                found.AddRange((await PageFaults.FindAsync(visitor.Page)).Select(fault => $"{here}: {fault}"));
            }
        }

        return found;
    }
}
