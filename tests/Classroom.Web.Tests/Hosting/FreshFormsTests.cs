namespace Classroom.Web.Tests.Hosting;

public sealed class FreshFormsTests(ClassroomHost host)
{
    private const string Token = "__RequestVerificationToken";

    public static TheoryData<string, string> Forms => new()
    {
        { "/account/login", "login" },
        { "/account/logout", "" },
        { "/join", "join" },
        { "/glossary/epoch", "read" },
        { "/quiz/epoch", "start" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_with_a_missing_or_damaged_token_is_refused_kindly_with_a_way_back(string address, string handler)
    {
        using var student = await host.SignInAsync("student04");
        foreach (var token in new[] { null, "", "damaged", new string('x', 300) })
        {
            var fields = new List<(string, string)> { ("_handler", handler) };
            if (token is not null)
            {
                fields.Add((Token, token));
            }

            var answer = await student.PostRawAsync(address, fields);

            Assert.Equal(400, answer.Status);
            Assert.Contains("Please try that again", answer.Text, StringComparison.Ordinal);
            Assert.Contains("Nothing was changed", answer.Text, StringComparison.Ordinal);
            Assert.NotNull(answer.Html.QuerySelector($"main a[href='{address}']"));
            Assert.Equal(200, (await student.OpenAsync(address)).Status);
        }
    }

    [Fact]
    public async Task A_form_from_before_signing_in_in_another_tab_is_refused_kindly()
    {
        using var student = host.Visitor();
        var stale = await student.OpenAsync("/account/login?returnUrl=%2Fme");
        await student.SignInAsync("student05", "demo-classroom");

        var answer = await student.PostAsync(stale, "login", ("username", "student06"), ("password", "demo-classroom"));

        Assert.Equal(400, answer.Status);
        Assert.Contains("signed in or out in another tab", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Html.QuerySelector("main a[href='/account/login?returnUrl=%2Fme']"));
        Assert.Contains("student05", (await student.OpenAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/login", "_handler=no-such-form")]
    [InlineData("/account/login", "nothing=at-all")]
    [InlineData("/glossary", "_handler=login")]
    public async Task A_form_that_no_page_has_is_the_senders_fault(string address, string fields)
    {
        using var visitor = host.Visitor();
        var page = await visitor.OpenAsync("/account/login");
        var token = page.Form("login").QuerySelector($"[name='{Token}']")!.GetAttribute("value")!;
        var parts = fields.Split('=');

        var answer = await visitor.PostRawAsync(address, [(parts[0], parts[1]), (Token, token)]);

        // In development Blazor's own words stand there.
        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_form_with_more_fields_than_any_page_has_is_the_senders_fault()
    {
        using var visitor = host.Visitor();
        var answer = await visitor.PostRawAsync("/account/login", Enumerable.Range(0, 3000).Select(number => ($"field{number}", "x")));
        Assert.InRange(answer.Status, 400, 499);
    }
}
