using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>Somebody at a browser. Each page that is looked at must be free of console errors and of what axe finds.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Only violations are told in full, and there are no frames: the package for Playwright, which tells everything
    // and opens a second page for each look, takes about three times as long.
    private const string Violations = """
        async part => {
          const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          const { violations } = await axe.run(part, { runOnly: rules, resultTypes: ['violations'] });
          return violations.map(found => `${found.impact} ${found.id}: ${found.help} (${found.nodes.map(node => node.target.join(' ')).join(', ')})`);
        }
        """;

    // A button that is just changing its color has a contrast of its own for a sixth of a second. What does not end is not waited for.
    private const string Settle = """
        () => Promise.race([
          new Promise(done => setTimeout(done, 5000)),
          Promise.allSettled(document.getAnimations()
            .filter(animation => animation.effect.getComputedTiming().iterations !== Infinity)
            .map(animation => animation.finished)),
        ]).then(() => true)
        """;

    private const string Overflowing = """
        () => {
          const found = [];
          const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            const box = text.parentElement.closest('td, th, dd, dt, li, p, figcaption, label, button, legend, section');
            if (!/\d/.test(text.data) || !box || text.parentElement.closest('svg, .visually-hidden, option')) continue;
            if (getComputedStyle(box).overflowX !== 'visible') continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const inner = range.getBoundingClientRect(), outer = box.getBoundingClientRect();
            if (inner.width > 0 && (inner.right > outer.right + 1 || inner.left < outer.left - 1)) found.push(`${box.tagName}: ${text.data.trim()}`);
          }
          return found;
        }
        """;

    private readonly List<string> troubles = [];
    private readonly HashSet<string> nowhere = [];

    private Visitor(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !nowhere.Any(address => message.Location.StartsWith(address, StringComparison.Ordinal)))
            {
                troubles.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => troubles.Add($"{page.Url}: {error}");
    }

    /// <summary>How long a condition may take to hold, in milliseconds.</summary>
    public const float Patience = 120_000;

    public IPage Page { get; }

    public static async Task<Visitor> OpenAsync(IBrowser browser, string address, ViewportSize size, bool scripts)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = size, BaseURL = address, JavaScriptEnabled = scripts, IgnoreHTTPSErrors = true });
        return new Visitor(await context.NewPageAsync());
    }

    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/account/login");
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    public async Task SignOutAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).First).ToBeVisibleAsync();
    }

    /// <summary>Opens a page and looks at it.</summary>
    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer?.Ok, $"{path} answered {answer?.Status}");
        await LookAsync();
    }

    /// <summary>Opens a page that is not there for this visitor, and looks at what is said instead.</summary>
    public async Task GoNowhereAsync(string path)
    {
        await OpenAsync(path, 404);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such page");
        await LookAsync();
    }

    /// <summary>Opens a page that answers with this status, and does not look at it yet.</summary>
    public async Task OpenAsync(string path, int status)
    {
        if (status >= 400)
        {
            // The browser notes that itself as an error.
            nowhere.Add(new Uri(new Uri(Page.Url), path).AbsoluteUri);
        }

        var answer = await Page.GotoAsync(path);
        Assert.True(answer?.Status == status, $"{path} answered {answer?.Status}, not {status}");
    }

    /// <summary>Presses a link of the page's head, where need be in its menu.</summary>
    public async Task FollowMenuAsync(string name)
    {
        var menu = Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true });
        if (await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>Looks at a page that has come through trouble made on purpose, of which the console has told enough.</summary>
    public Task LookAfterTroubleAsync()
    {
        troubles.Clear();
        return LookAsync();
    }

    /// <summary>Looks at the page as it stands: heading, axe, console, nothing that scrolls sideways.</summary>
    /// <param name="part">Of a page that axe has seen before: the part that is new.</param>
    public async Task LookAsync(string part = "html")
    {
        await Assertions.Expect(Page.Locator("h1")).ToHaveCountAsync(1);
        await Page.EvaluateAsync(Settle);
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        var violations = await Page.EvaluateAsync<string[]>(Violations, part);
        Assert.True(violations.Length == 0, $"{Page.Url}\n" + string.Join("\n", violations));
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{Page.Url} scrolls sideways by {overflow} px");
        AssertNoTrouble();
    }

    /// <summary>Numbers that are drawn beyond the box that they belong to.</summary>
    public async Task<IReadOnlyList<string>> FindOverflowingNumbersAsync() => await Page.EvaluateAsync<string[]>(Overflowing);

    public void AssertNoTrouble() => Assert.True(troubles.Count == 0, string.Join("\n", troubles));

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
