using Classroom.Web.Tests.Sessions;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolSignInTests(ClassroomHost host)
{
    [Fact]
    public async Task A_locked_name_an_unknown_name_and_a_wrong_password_get_the_same_words_after_the_same_work()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var visitor = host.Visitor();
        var said = new HashSet<string>();
        var works = new List<int>();

        for (var i = 0; i < 7; i++)
        {
            await TryAsync(scene.Maria.Person.UserName, $"wrong-{scene.Maria.Person.UserName}-{i}");
            await TryAsync("nobody.at.all", $"wrong-{scene.Maria.Person.UserName}-nobody-{i}");
        }

        // While the name is locked, the right password does not help, and costs as much.
        await TryAsync(scene.Maria.Person.UserName, scene.Maria.Password);
        await TryAsync("no\u0007body", $"wrong-{scene.Maria.Person.UserName}-bell");

        var only = Assert.Single(said);
        Assert.Contains("200 The user name and password do not match.", only);
        Assert.Contains("wait 5 minutes", only);
        Assert.All(works, work => Assert.Equal(1, work));

        async Task TryAsync(string userName, string password)
        {
            var answer = await visitor.SignInAsync(userName, password);
            said.Add($"{answer.Status} {answer.Html.QuerySelector("[role='alert']")?.ReadText()}");
            works.Add(host.Get<HashWork>().Of(password));
        }
    }

    [Theory]
    [InlineData("/me", "/me")]
    [InlineData("/join?code=DEMO42", "/join?code=DEMO42")]
    [InlineData("https://look-alike.example/", "/")]
    [InlineData("//look-alike.example", "/")]
    [InlineData("/\\look-alike.example", "/")]
    [InlineData("/\t/look-alike.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("me", "/")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl, string expected)
    {
        using var visitor = host.Visitor();
        Assert.Equal(expected, (await visitor.SignInAsync("student01", "demo-classroom", returnUrl)).Redirect);
    }

    [Fact]
    public async Task The_user_name_stays_and_the_password_goes_after_a_mistake()
    {
        using var visitor = host.Visitor();
        var answer = await visitor.SignInAsync("student02", "not-the-password");
        Assert.Equal("student02", answer.Html.QuerySelector("[name='username']")!.GetAttribute("value"));
        Assert.Null(answer.Html.QuerySelector("[name='password']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var visitor = host.Visitor();
        var answer = await visitor.PostRawAsync(
            "/account/login", [("_handler", "login"), ("username", "student01"), ("password", "demo-classroom")]);
        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Names_that_nobody_can_have_are_wrong_like_any_other()
    {
        using var visitor = host.Visitor();
        var answer = await visitor.SignInAsync("student\u000701", "demo-classroom");
        Assert.Equal(200, answer.Status);
        Assert.Contains("do not match", answer.Text);
    }

    [Fact]
    public async Task Signing_out_closes_the_pages()
    {
        using var student = await host.SignInAsync("student03");
        var account = await student.OpenAsync("/account");
        var form = account.Html.QuerySelector("main form[action='/account/logout']")!;
        var token = form.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        await student.PostRawAsync("/account/logout", [("__RequestVerificationToken", token)]);
        Assert.StartsWith("/account/login", (await student.OpenAsync("/me")).Redirect);
    }
}
