using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolJoinTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_who_signs_in_with_the_code_she_typed_waits_to_be_let_into_the_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var lina = await scene.AddAsync("Lina", Role.Student);
        var code = scene.Class.JoinCode!;
        using var visitor = host.Visitor();

        var asked = await visitor.PostAsync(
            await visitor.OpenAsync("/join"), "join", ("code", $" {code[..3]}-{code[3..]} ".ToLowerInvariant()));
        Assert.Equal($"/account/login?join={code}", asked.Redirect);
        var login = await visitor.OpenAsync(asked.Redirect!);
        Assert.Contains($"You then join the class with the code {code}.", login.Text, StringComparison.Ordinal);
        var joined = await visitor.PostAsync(login, "login", ("username", lina.Person.UserName), ("password", lina.Password));

        Assert.Equal("/?done=waiting", joined.Redirect);
        var said = $"You are waiting to be let into {scene.Class.Name}. You can read lessons and practice meanwhile.";
        Assert.Contains(said, (await visitor.OpenAsync(joined.Redirect!)).Text, StringComparison.Ordinal);
        Assert.Contains(said, (await visitor.OpenAsync("/join")).Text, StringComparison.Ordinal);
        Assert.Contains(await WaitingAsync(scene), entry => entry.Student.Id == lina.Person.Id);
        Assert.DoesNotContain(await RosterAsync(scene), entry => entry.Student.Id == lina.Person.Id);
    }

    [Fact]
    public async Task A_class_without_a_waiting_room_lets_her_in_at_once()
    {
        var scene = await SchoolScene.NewAsync(host);
        var lina = await scene.AddAsync("Lina", Role.Student);
        Assert.Null(await host.Get<ClassSettingsService>().ChangeAsync(
            scene.TeacherActor, scene.Class.Id, scene.Class.Settings with { AdmitsAtOnce = true }, scene.Class.Version, Ct));
        using var student = await scene.SignInAsync(lina);

        var joined = await student.PostAsync(await student.OpenAsync("/join"), "join", ("code", scene.Class.JoinCode!));

        Assert.Equal("/?done=joined", joined.Redirect);
        Assert.Contains("You are in the class", (await student.OpenAsync(joined.Redirect!)).Text, StringComparison.Ordinal);
        Assert.Contains(await RosterAsync(scene), entry => entry.Student.Id == lina.Person.Id);
    }

    [Fact]
    public async Task Whoever_was_removed_or_has_an_old_code_is_told_what_to_do_also_when_she_signs_in_with_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        var lina = await scene.AddAsync("Lina", Role.Student);
        Assert.Null(await host.Get<RosterService>().RemoveAsync(scene.TeacherActor, scene.Class.Id, scene.Maria.Person.Id, Ct));
        Assert.Null(await host.Get<JoinCodeService>().SetValidityAsync(scene.TeacherActor, scene.Class.Id, CodeValidity.Off, Ct));
        foreach (var (who, said) in new[]
        {
            (scene.Maria, "Ask your teacher to let you back in."), (lina, "Ask your teacher for a new one."),
        })
        {
            using var visitor = host.Visitor();
            var signedIn = await visitor.PostAsync(
                await visitor.OpenAsync($"/account/login?join={scene.Class.JoinCode}"),
                "login",
                ("username", who.Person.UserName),
                ("password", who.Password));
            var back = await visitor.OpenAsync(signedIn.Redirect!);
            Assert.Contains(said, back.FaultOf("code"), StringComparison.Ordinal);
            var again = await visitor.PostAsync(back, "join", ("code", scene.Class.JoinCode!));
            Assert.Contains(said, again.FaultOf("code"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_code_leads_back_to_the_join_page_after_signing_in()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var visitor = host.Visitor();

        var signedIn = await visitor.PostAsync(
            await visitor.OpenAsync("/account/login?join=NOSUCH"),
            "login",
            ("username", scene.Maria.Person.UserName),
            ("password", scene.Maria.Password));
        Assert.Equal("/join?code=NOSUCH&refused=true", signedIn.Redirect);
        var back = await visitor.OpenAsync(signedIn.Redirect!);

        Assert.Contains("No class has this code", back.FaultOf("code"), StringComparison.Ordinal);
        Assert.Equal("NOSUCH", back.Html.QuerySelector("[name='code']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_mistaken_password_does_not_lose_the_code()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var visitor = host.Visitor();

        var wrong = await visitor.PostAsync(
            await visitor.OpenAsync("/account/login?join=DEMO42"),
            "login",
            ("username", scene.Maria.Person.UserName),
            ("password", "wrong"));

        Assert.Equal(200, wrong.Status);
        Assert.Equal("DEMO42", wrong.Html.QuerySelector("[name='join']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Opening_an_address_never_joins_a_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var lina = await scene.AddAsync("Lina", Role.Student);
        using var student = await scene.SignInAsync(lina);

        foreach (var address in new[]
        {
            $"/join?code={scene.Class.JoinCode}",
            $"/account/login?join={scene.Class.JoinCode}",
            $"/account/login?returnUrl=%2Fjoin%3Fcode%3D{scene.Class.JoinCode}"
        })
        {
            Assert.Equal(200, (await student.OpenAsync(address)).Status);
        }

        Assert.DoesNotContain(await RosterAsync(scene), entry => entry.Student.Id == lina.Person.Id);
        Assert.Empty(await WaitingAsync(scene));
    }

    [Fact]
    public async Task A_student_of_one_class_finds_the_way_into_a_second()
    {
        var (first, second) = (await SchoolScene.NewAsync(host), await SchoolScene.NewAsync(host));
        using var maria = await first.SignInAsync(first.Maria);
        Assert.NotNull((await maria.OpenAsync("/")).Html.QuerySelector("main a[href='/join']"));
        Assert.NotNull((await maria.OpenAsync("/account")).Html.QuerySelector("main a[href='/join']"));

        var joined = await maria.PostAsync(await maria.OpenAsync("/join"), "join", ("code", second.Class.JoinCode!));

        Assert.Equal("/?done=waiting", joined.Redirect);
        Assert.Contains(await RosterAsync(first), entry => entry.Student.Id == first.Maria.Person.Id);
        Assert.Contains(await WaitingAsync(second), entry => entry.Student.Id == first.Maria.Person.Id);
    }

    [Fact]
    public async Task A_teacher_who_signs_in_with_a_code_is_told_that_codes_are_for_students()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var visitor = host.Visitor();

        var signedIn = await visitor.PostAsync(
            await visitor.OpenAsync($"/account/login?join={scene.Class.JoinCode}"),
            "login",
            ("username", scene.Teacher.Person.UserName),
            ("password", scene.Teacher.Password));

        Assert.Contains("Only students join with a code", (await visitor.OpenAsync(signedIn.Redirect!)).Text, StringComparison.Ordinal);
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

    private async Task<IReadOnlyList<RosterEntry>> WaitingAsync(SchoolScene scene) =>
        (await host.Get<WaitingRoomService>().GetAsync(scene.Admin, scene.Class.Id, Ct))!.Waiting;

    private async Task<IReadOnlyList<RosterEntry>> RosterAsync(SchoolScene scene) =>
        (await host.Get<RosterService>().ListAsync(scene.Admin, scene.Class.Id, Ct))!;
}
