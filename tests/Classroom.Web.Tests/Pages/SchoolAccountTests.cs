namespace Classroom.Web.Tests.Pages;

public sealed class SchoolAccountTests(ClassroomHost host)
{
    private const string Fresh = "three-quiet-otters";

    [Fact]
    public async Task Changing_the_password_keeps_this_sign_in_and_ends_the_others_and_the_old_password()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var elsewhere = await scene.SignInAsync(scene.Maria);

        var done = await ChangeAsync(maria, scene.Maria.Password, Fresh, Fresh);

        Assert.Equal("/account?done=password", done.Redirect);
        var account = await maria.OpenAsync(done.Redirect!);
        Assert.Contains("Your password has been changed", account.Text);
        Assert.StartsWith("/account/login", (await elsewhere.OpenAsync("/me")).Redirect);
        Assert.Null((await host.Visitor().SignInAsync(scene.Maria.Person.UserName, scene.Maria.Password)).Redirect);
        using var again = await host.SignInAsync(scene.Maria.Person.UserName, Fresh);
    }

    [Fact]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_changes()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);

        var answer = await ChangeAsync(maria, "not-this-one", "short", "shorter");

        Assert.Equal(200, answer.Status);
        Assert.Contains("not your current password", answer.FaultOf("current"));
        Assert.Contains("8", answer.FaultOf("wanted"));
        Assert.Contains("differ", answer.FaultOf("again"));
        Assert.DoesNotContain("not-this-one", answer.Html.DocumentElement.OuterHtml);
        using var still = await scene.SignInAsync(scene.Maria);
    }

    [Fact]
    public async Task Guessing_the_current_password_is_locked_as_at_sign_in()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        PageAnswer? answer = null;
        for (var i = 0; i < 5; i++)
        {
            answer = await ChangeAsync(maria, $"guess-number-{i}", Fresh, Fresh);
        }

        Assert.Contains("Too many wrong passwords", answer!.Text);
        Assert.Contains("Too many wrong passwords", (await ChangeAsync(maria, scene.Maria.Password, Fresh, Fresh)).Text);
    }

    private static async Task<PageAnswer> ChangeAsync(PageClient client, string current, string wanted, string again) =>
        await client.PostAsync(await client.OpenAsync("/account"), "password", ("current", current), ("wanted", wanted), ("again", again));
}
