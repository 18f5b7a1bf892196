using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>One laptop, one pupil after the other: what belonged to the first is over for the second.</summary>
public sealed class SharedChromebook(School school, OwnServer own) : IClassFixture<OwnServer>
{
    private const string Slug = "overfitting";

    private readonly ClassroomServer server = own.Server;

    [Fact]
    public async Task A_tab_with_a_quiz_says_that_its_sign_in_has_ended_and_shows_nothing_of_it_any_more()
    {
        await using var first = await school.VisitAsync("student01", server: server);
        await new QuizView(first.Page).OpenAsync(Slug, "graded");
        await SignOutInAnotherTabAsync(first.Page);

        await Expect(Heading(first.Page)).ToHaveTextAsync("You are no longer signed in");
        await Expect(first.Page.Locator("section.question")).ToHaveCountAsync(0);
        await Expect(first.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" })).ToBeVisibleAsync();
        await first.GlanceAfterTroubleAsync();
    }

    [Fact]
    public async Task A_stale_tab_hands_nothing_in_for_the_pupil_before_or_the_pupil_after()
    {
        await using var laptop = await school.VisitAsync("student02", server: server);
        var stale = laptop.Page;
        var quiz = new QuizView(stale);
        await quiz.OpenAsync(Slug, "graded");
        await quiz.AnswerAllAsync();
        var count = await quiz.CountAsync();
        await quiz.Button("Hand in").ClickAsync();
        await Expect(quiz.Button("Yes, hand in")).ToBeEnabledAsync();
        // A tab that stays where it is, whatever it is told.
        var sent = new TaskCompletionSource();
        await stale.RouteAsync("**/account/ended", async route =>
        {
            sent.TrySetResult();
            await route.AbortAsync("aborted");
        });

        var other = await SignOutInAnotherTabAsync(stale);
        await SignInAsync(other, "student03");
        await sent.Task.WaitAsync(Waiting.Longest, TestContext.Current.CancellationToken);
        await quiz.Button("Yes, hand in").ClickAsync();
        await stale.UnrouteAsync("**/account/ended");

        // Meanwhile the server has long read what the tab has sent.
        await new QuizView(other).OpenAsync(Slug, "graded");
        await new QuizView(other).AnswerAsync();
        await Expect(new QuizView(other).Earlier).ToHaveCountAsync(0);
        await using var elsewhere = await school.VisitAsync("student02", server: server);
        await elsewhere.Page.GotoAsync($"/quiz/{Slug}?mode=graded");
        await new QuizView(elsewhere.Page).ExpectOpenAsync();
        Assert.Equal(count, await new QuizView(elsewhere.Page).CountAsync());

        await stale.GotoAsync("/account/ended");
        await Expect(stale.Locator("main")).ToContainTextAsync("is signed in now");
    }

    [Fact]
    public async Task A_copied_cookie_and_the_page_that_was_opened_with_it_end_with_the_sign_in()
    {
        await using var owner = await school.VisitAsync("student04", server: server);
        await using var thief = await school.VisitAsync(server: server);
        await thief.Page.Context.AddCookiesAsync((await owner.Page.Context.CookiesAsync()).Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            HttpOnly = cookie.HttpOnly,
            SameSite = cookie.SameSite,
        }));
        await new QuizView(thief.Page).OpenAsync(Slug, "graded");
        using var script = await Script.OfAsync(thief, server);
        Assert.Equal(HttpStatusCode.OK, await script.StatusAsync(HttpMethod.Get, "/api/datasets"));

        await owner.GoAsync("/");
        await owner.SignOutAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await script.StatusAsync(HttpMethod.Get, "/api/datasets"));
        await Expect(Heading(thief.Page)).ToHaveTextAsync("You are no longer signed in");
        await thief.Page.GotoAsync("/me");
        await Expect(Heading(thief.Page)).ToHaveTextAsync("Sign in");
    }

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The other tab.</summary>
    private static async Task<IPage> SignOutInAnotherTabAsync(IPage tab)
    {
        var other = await tab.Context.NewPageAsync();
        other.SetDefaultTimeout(Visitor.Patience);
        await other.GotoAsync("/");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).First).ToBeVisibleAsync();
        return other;
    }

    private static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/account/login");
        await page.GetByLabel("User name").FillAsync(userName);
        await page.GetByLabel("Password").FillAsync(School.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }
}
