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
        async ([part, rules]) => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
          const look = () => axe.run(part, { runOnly, resultTypes: ['violations'] });
          const heading = document.querySelector('h1');
          let { violations } = await look();
          // A part that has just become interactive puts its own elements in the place of those that axe was looking at.
          if (violations.length > 0 && !heading?.isConnected) ({ violations } = await look());
          return violations.map(found => `${found.impact} ${found.id}: ${found.help} (${found.nodes.map(node => node.target.join(' ')).join(', ')})`);
        }
        """;

    // A button that is just changing its color has a contrast of its own for a sixth of a second. What does not end is not waited for,
    // and neither is what moves as somebody scrolls.
    private const string Settle = """
        () => Promise.race([
          new Promise(done => setTimeout(done, 5000)),
          Promise.allSettled(document.getAnimations()
            .filter(animation => animation.timeline === document.timeline && animation.effect.getComputedTiming().iterations !== Infinity)
            .map(animation => animation.finished)),
        ]).then(() => true)
        """;

    // Another theme changes nothing but colors.
    private static readonly string[] ColorRules = ["color-contrast", "link-in-text-block"];

    // Another width moves what the same document says to other places.
    private static readonly string[] LayoutRules = [.. ColorRules, "target-size", "scrollable-region-focusable"];

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
    private readonly Uri address;

    private Visitor(IPage page, string address)
    {
        (Page, this.address) = (page, new Uri(address));
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
        // What moves is drawn again and again, and each look would wait until it stands still.
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = size,
            BaseURL = address,
            JavaScriptEnabled = scripts,
            IgnoreHTTPSErrors = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visitor(await context.NewPageAsync(), address);
    }

    /// <summary>Signs in behind the browser's back: no page is opened, but its cookies are as if it had been.</summary>
    public async Task SignInQuicklyAsync(string userName, string password)
    {
        var requests = Page.Context.APIRequest;
        var login = await requests.GetAsync(SignInForm.Address);
        var form = requests.CreateFormData();
        foreach (var (name, value) in SignInForm.Fill(await login.TextAsync(), userName, password))
        {
            form.Set(name, value);
        }

        var answer = await requests.PostAsync(SignInForm.Address, new() { Form = form, MaxRedirects = 0 });
        Assert.True(answer.Status == 302, $"{userName} cannot sign in: {answer.Status}");
    }

    /// <summary>Signs in as people do, and comes to the home page.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        await Page.GotoAsync("/account/login");
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    /// <summary>Closes the page and forgets who she was, for somebody else in the same window.</summary>
    public async Task LeaveAsync()
    {
        await Page.GotoAsync("about:blank");
        await Page.Context.ClearCookiesAsync();
        troubles.Clear();
        nowhere.Clear();
    }

    public async Task SignOutAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).First).ToBeVisibleAsync();
    }

    /// <summary>Opens a page, and glances at it.</summary>
    public async Task GoAsync(string path)
    {
        await OpenAsync(path);
        await GlanceAsync();
    }

    /// <summary>Opens a page that is not there for this visitor, and glances at what is said instead.</summary>
    public async Task GoNowhereAsync(string path)
    {
        await OpenAsync(path, 404);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such page");
        await GlanceAsync();
    }

    /// <summary>Opens a page that answers with this status, and does not look at it yet.</summary>
    public async Task OpenAsync(string path, int status = 200)
    {
        if (status >= 400)
        {
            // The browser notes that itself as an error.
            nowhere.Add(new Uri(address, path).AbsoluteUri);
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

        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = name, Exact = true })
            .ClickAsync();
    }

    /// <summary>Glances at a page that has come through trouble made on purpose, of which the console has told enough.</summary>
    public Task GlanceAfterTroubleAsync()
    {
        troubles.Clear();
        return GlanceAsync();
    }

    /// <summary>Looks at the page as it stands: heading, axe, console, nothing that scrolls sideways.</summary>
    /// <param name="part">Of a page that axe has seen before: the part that is new.</param>
    public Task LookAsync(string part = "html") => LookAsync(part, rules: null);

    /// <summary>Looks at a page again that now has other colors.</summary>
    public Task LookAtColorsAsync() => LookAsync("html", ColorRules);

    /// <summary>Looks at a page again that now has another width, and where its head is none of the test's business.</summary>
    public Task LookAtLayoutAsync() => LookAsync("html", LayoutRules);

    /// <summary>
    /// Of a page that <see cref="EveryPage"/> looks at in the same state: heading, console, nothing that scrolls sideways.
    /// </summary>
    public async Task GlanceAsync()
    {
        await Assertions.Expect(Page.Locator("h1")).ToHaveCountAsync(1);
        // A chart draws itself anew a moment after its window has become narrower.
        var overflow = await Waiting.SettleAsync(
            () => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), width => width <= 0);
        Assert.True(overflow <= 0, $"{Page.Url} scrolls sideways by {overflow} px");
        AssertNoTrouble();
    }

    /// <summary>Numbers that are drawn beyond the box that they belong to.</summary>
    public async Task<IReadOnlyList<string>> FindOverflowingNumbersAsync() => await Page.EvaluateAsync<string[]>(Overflowing);

    public void AssertNoTrouble() => Assert.True(troubles.Count == 0, string.Join("\n", troubles));

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private async Task LookAsync(string part, string[]? rules)
    {
        await GlanceAsync();
        await Page.EvaluateAsync(Settle);
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        var violations = await Page.EvaluateAsync<string[]>(Violations, new object?[] { part, rules });
        Assert.True(violations.Length == 0, $"{Page.Url}\n" + string.Join("\n", violations));
        AssertNoTrouble();
    }
}
