using System.Text.RegularExpressions;
using Classroom.School.AccessTokens;
using Classroom.School.Audit;
using Classroom.Web.Tests.Api;

namespace Classroom.Web.Tests.Pages;

public sealed partial class SchoolAccessTokenTests(ClassroomHost host)
{
    private const string Address = "/me/tokens";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_token_works_and_is_shown_only_once()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        Assert.Contains("You have none", (await teacher.OpenAsync(Address)).Text);

        var made = await teacher.PostAsync(
            await teacher.OpenAsync(Address), "new-token", ("name", "Gradebook export"), ("scopes", "grades"), ("days", "30"));

        var secret = made.Html.QuerySelector("#secret")!.GetAttribute("value")!;
        Assert.Matches("^classroom_[0-9a-f]{64}$", secret);
        Assert.Contains("only this one time", made.Text);
        using var script = host.Script(secret);
        // Only what was chosen: reading was not.
        Assert.Equal(403, (await script.CallAsync("GET", "/api/classes")).Status);
        Assert.Equal(404, (await script.CallAsync("POST", "/api/assignments/999999/post")).Status);
        var again = await teacher.OpenAsync(Address);
        Assert.DoesNotContain(secret, again.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Matches("Gradebook export grades .+ in the last hour", again.Text);
    }

    [Fact]
    public async Task Sending_the_form_again_makes_no_second_token()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var form = await teacher.OpenAsync(Address);
        await teacher.PostAsync(form, "new-token", ("name", "Export"));

        var again = await teacher.PostAsync(form, "new-token", ("name", "Export"));

        Assert.Contains("already", again.FaultOf("name"));
        Assert.Null(again.Html.QuerySelector("#secret"));
        Assert.Single((await host.Get<AccessTokenService>().ListAsync(scene.TeacherActor, Ct))!);
    }

    [Fact]
    public async Task Every_mistake_stands_at_its_field_and_what_was_typed_stays()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var answer = await teacher.PostForgedAsync(
            await teacher.OpenAsync(Address), "new-token", ("name", "a\u202eb"), ("scopes", "everything"), ("days", "4000"));

        Assert.Contains("cannot be seen", answer.FaultOf("name"));
        Assert.Contains("Choose at least one thing", answer.Text);
        Assert.Contains("1 to 365", answer.FaultOf("days"));
        Assert.Equal("a\u202eb", answer.Html.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Empty((await host.Get<AccessTokenService>().ListAsync(scene.TeacherActor, Ct))!);
    }

    [Fact]
    public async Task Revoking_asks_first_and_holds_at_once()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var made = await host.MakeTokenAsync(scene.TeacherActor, TokenScopes.Read, "Old script");
        using var script = host.Script(made.Secret);
        await script.DoAsync("GET", "/api/classes");
        var page = await teacher.OpenAsync(Address);
        Assert.Contains("Revoke “Old script”? Whatever uses this token is refused at once.", page.Text);

        var done = await teacher.PostAsync(page, $"revoke-{made.Token.Id}", ("revoke", $"{made.Token.Id}"));

        Assert.Equal("/me/tokens?done=revoked", done.Redirect);
        Assert.Equal(401, (await script.CallAsync("GET", "/api/classes")).Status);
        Assert.Contains("has been revoked", (await teacher.OpenAsync(done.Redirect!)).Text);
        var lines = (await host.Get<AuditLog>().ListAsync(scene.Admin, cancellationToken: Ct))!.Items;
        Assert.Contains(lines, line => line is { Action: AuditAction.AccessTokenRevoked, Subject: "Old script" });
        Assert.DoesNotContain(lines, line => Secret().IsMatch($"{line.Subject} {line.Detail}"));
    }

    [Fact]
    public async Task A_student_has_no_such_page_and_no_link_to_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        Assert.StartsWith("/not-allowed", (await maria.OpenAsync(Address)).Redirect);
        Assert.Equal(403, (await maria.OpenAsync("/not-allowed")).Status);
        Assert.Null((await maria.OpenAsync("/account")).Html.QuerySelector("a[href='/me/tokens']"));
        Assert.NotNull((await teacher.OpenAsync("/account")).Html.QuerySelector("a[href='/me/tokens']"));
        Assert.StartsWith("/account/login", (await host.Visitor().OpenAsync(Address)).Redirect);
    }

    [GeneratedRegex("classroom_[0-9a-f]")]
    private static partial Regex Secret();
}
