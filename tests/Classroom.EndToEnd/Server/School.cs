using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>One running school and one browser for all tests of the assembly.</summary>
public sealed class School : IAsyncLifetime
{
    /// <summary>The tests that change the demo class or what its teacher sees, or count it: one after another.</summary>
    public const string DemoClass = "The demo class";

    /// <summary>Everybody's in a demo school.</summary>
    public const string Password = "demo-classroom";

    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"
        ];

    private IPlaywright playwright = null!;

    public ClassroomServer Server { get; } = new();

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Server.StartAsync();
        // A condition that holds late on a loaded machine is still a condition that holds.
        Assertions.SetDefaultExpectTimeout(Visitor.Patience);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = Arguments });
    }

    /// <summary>A visitor with a browser window of her own, and no page in it yet; signed in when a user name is given.</summary>
    /// <param name="address">Where she takes the server to be; its own address when null.</param>
    public async Task<Visitor> VisitAsync(
        string? userName = null, ViewportSize? size = null, ClassroomServer? server = null, bool scripts = true, string? address = null)
    {
        server ??= Server;
        server.AssertRunning();
        var visitor = await Visitor.OpenAsync(Browser, address ?? server.Address, size ?? new() { Width = 1366, Height = 768 }, scripts);
        if (userName is not null)
        {
            await visitor.SignInQuicklyAsync(userName, Password);
        }

        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Server.DisposeAsync();
    }
}
