using Classroom.School;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolJoinTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_signs_in_and_joins_with_the_code_she_typed()
    {
        var scene = await SchoolScene.NewAsync(host);
        var lina = await scene.AddAsync("Lina", Role.Student);
        var code = scene.Class.JoinCode!;
        using var visitor = host.Visitor();

        var asked = await visitor.PostAsync(await visitor.OpenAsync("/join"), "join", ("code", $" {code[..3]}-{code[3..]} ".ToLowerInvariant()));
        Assert.StartsWith("/account/login?returnUrl=", asked.Redirect);
        var login = await visitor.OpenAsync(asked.Redirect!);
        var back = await visitor.PostAsync(login, "login", ("username", lina.Person.UserName), ("password", lina.Password));
        Assert.Equal($"/join?code={code}", back.Redirect);
        var join = await visitor.OpenAsync(back.Redirect!);
        Assert.Equal(code, join.Html.QuerySelector("[name='code']")!.GetAttribute("value"));
        Assert.DoesNotContain(await RosterAsync(scene), entry => entry.Student.Id == lina.Person.Id);

        var joined = await visitor.PostAsync(join, "join");

        Assert.Equal("/?done=joined", joined.Redirect);
        Assert.Contains("You are in", (await visitor.OpenAsync(joined.Redirect!)).Text);
        Assert.Contains(await RosterAsync(scene), entry => entry.Student.Id == lina.Person.Id);
    }

    [Theory]
    [InlineData("NOSUCH")]
    [InlineData("")]
    [InlineData("<script>\u0007</script>")]
    public async Task A_wrong_code_is_explained_at_its_field_and_stays_to_be_mended(string code)
    {
        var student = await host.LookAsAsync("student01");
        var answer = await student.PostAsync(await student.OpenAsync("/join"), "join", ("code", code));
        Assert.Equal(200, answer.Status);
        Assert.Contains("No class has this code", answer.FaultOf("code"));
        Assert.Equal(code, answer.Html.QuerySelector("[name='code']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_teacher_is_told_that_codes_are_for_students()
    {
        var answer = await (await host.LookAsAsync("teacher")).OpenAsync("/join");
        Assert.Contains("Only students join with a code", answer.Text);
        Assert.Null(answer.Html.QuerySelector("[name='code']"));
    }

    private async Task<IReadOnlyList<RosterEntry>> RosterAsync(SchoolScene scene) =>
        (await host.Get<ClassService>().RosterAsync(scene.Admin, scene.Class.Id, Ct))!;
}
