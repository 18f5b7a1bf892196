using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolWaitingRoomTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teacher_lets_one_in_and_refuses_another_who_can_be_let_in_later()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (lina, omar) = (await JoinAsync(scene, "Lina"), await JoinAsync(scene, "Omar"));
        using var teacher = await scene.SignInAsync(scene.Teacher);
        Assert.Contains("2 students waiting", (await teacher.OpenAsync("/classes")).Text);
        Assert.Contains("2 students are waiting to be let in", (await teacher.OpenAsync(scene.Address)).Text);

        Assert.Equal("admitted", await ActAsync("waiting", ("admit", $"{lina.Person.Id}")));
        Assert.Equal("refused", await ActAsync("waiting", ("refuse", $"{omar.Person.Id}")));

        var roster = await teacher.OpenAsync($"{scene.Address}/roster");
        Assert.Contains(lina.Person.DisplayName, roster.Html.QuerySelector("table")!.ReadText());
        Assert.DoesNotContain(omar.Person.DisplayName, roster.Html.QuerySelector("table")!.ReadText());
        Assert.Contains("Removed students (1)", roster.Text);
        Assert.Equal("back", await ActAsync("removed", ("admit", $"{omar.Person.Id}")));
        Assert.Equal(4, (await host.Get<RosterService>().ListAsync(scene.Admin, scene.Class.Id, Ct))!.Count);

        async Task<string> ActAsync(string form, (string, string) button)
        {
            var done = await teacher.PostAsync(await teacher.OpenAsync($"{scene.Address}/roster"), form, button);
            return done.Redirect!.Split('=')[1];
        }
    }

    [Fact]
    public async Task All_in_is_about_those_whom_the_teacher_has_seen()
    {
        var scene = await SchoolScene.NewAsync(host);
        await JoinAsync(scene, "Lina");
        await JoinAsync(scene, "Omar");
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var seen = await teacher.OpenAsync($"{scene.Address}/roster");
        var stranger = await JoinAsync(scene, "Stranger");

        var done = await teacher.PostAsync(seen, "waiting", ("all", "admit"));

        Assert.Equal($"{scene.Address}/roster?done=all-admitted", done.Redirect);
        Assert.Equal(4, (await host.Get<RosterService>().ListAsync(scene.Admin, scene.Class.Id, Ct))!.Count);
        var room = (await host.Get<WaitingRoomService>().GetAsync(scene.Admin, scene.Class.Id, Ct))!;
        Assert.Equal(stranger.Person.Id, Assert.Single(room.Waiting).Student.Id);
    }

    [Fact]
    public async Task The_code_is_shown_until_it_is_turned_off()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var shown = await teacher.OpenAsync($"{scene.Address}/code");
        Assert.Equal(scene.Class.JoinCode, shown.Html.QuerySelector(".code")!.ReadText());
        var picture = shown.Html.QuerySelector("[role='img']:has(svg)")!;
        Assert.EndsWith($"/join?code={scene.Class.JoinCode}", picture.GetAttribute("aria-label"));
        Assert.Contains("Then wait until your teacher lets you in", shown.Text);

        var roster = await teacher.OpenAsync($"{scene.Address}/roster");
        Assert.Contains("Choose how long", (await teacher.PostForgedAsync(roster, "code", ("validity", "Forever"))).FaultOf("validity"));
        var off = await teacher.PostAsync(roster, "code", ("validity", "Off"));

        Assert.Contains("Nobody can join with it", (await teacher.OpenAsync(off.Redirect!)).Text);
        foreach (var address in new[] { $"{scene.Address}/code", scene.Address })
        {
            var page = await teacher.OpenAsync(address);
            Assert.Contains("Nobody can join now", page.Text);
            Assert.DoesNotContain(scene.Class.JoinCode!, page.Text);
        }
    }

    private async Task<Credentials> JoinAsync(SchoolScene scene, string name)
    {
        var student = await scene.AddAsync(name, Role.Student);
        var actor = new Actor(student.Person.Id, Role.Student);
        Assert.True((await host.Get<JoinService>().JoinAsync(actor, scene.Class.JoinCode!, Ct)).Value!.IsWaiting);
        return student;
    }
}
