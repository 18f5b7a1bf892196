using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolClassSettingsTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teacher_creates_a_class_of_her_own()
    {
        var scene = await SchoolScene.NewAsync(host);
        var kim = await scene.AddAsync("New Teacher", Role.Teacher);
        using var teacher = await scene.SignInAsync(kim);
        var page = await teacher.OpenAsync("/classes");
        Assert.Contains("No classes yet", page.Text);

        Assert.Contains("needs a name", (await teacher.PostAsync(page, "new-class", ("name", " "))).FaultOf("name"));
        var created = await teacher.PostAsync(page, "new-class", ("name", "8c"));

        Assert.EndsWith("?done=created", created.Redirect);
        var opened = await teacher.OpenAsync(created.Redirect!);
        Assert.Contains("you own it", opened.Text);
        Assert.Contains($"Taught by {kim.Person.DisplayName}", opened.Text);
    }

    [Fact]
    public async Task Settings_with_mistakes_keep_what_was_typed_and_right_ones_are_stored()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/settings");
        Assert.True(page.Html.QuerySelector("#waiting-room")!.HasAttribute("checked"));

        var wrong = await teacher.PostForgedAsync(
            page, "settings", ("name", ""), ("timeZone", "Mars/Olympus"), ("waitingRoom", "off"));
        Assert.Contains("needs a name", wrong.FaultOf("name"));
        Assert.Contains("no such time zone", wrong.FaultOf("timeZone"));
        Assert.False(wrong.Html.QuerySelector("#waiting-room")!.HasAttribute("checked"));
        var saved = await teacher.PostForgedAsync(
            page, "settings", ("name", "8c"), ("timeZone", "Asia/Kathmandu"), ("waitingRoom", "off"));

        Assert.Equal($"{scene.Address}/settings?done=saved", saved.Redirect);
        var stored = (await host.Get<ClassService>().GetAsync(scene.TeacherActor, scene.Class.Id, Ct))!;
        Assert.Equal(new ClassSettings("8c") { TimeZone = "Asia/Kathmandu", AdmitsAtOnce = true }, stored.Settings);
        Assert.Contains("Someone else changed", (await teacher.PostAsync(page, "settings", ("name", "8d"))).Text);
    }

    [Fact]
    public async Task An_owner_adds_a_co_teacher_and_hands_the_class_on()
    {
        var scene = await SchoolScene.NewAsync(host);
        var second = await scene.AddAsync("Second Teacher", Role.Teacher);
        using var owner = await scene.SignInAsync(scene.Teacher);
        var page = await owner.OpenAsync($"{scene.Address}/settings");

        var unknown = await owner.PostAsync(page, "add-staff", ("userName", scene.Maria.Person.UserName), ("role", "Teacher"));
        Assert.Contains("No teacher has this user name", unknown.FaultOf("userName"));
        Assert.DoesNotContain(scene.Maria.Person.DisplayName, unknown.Text);
        var added = await owner.PostAsync(page, "add-staff", ("userName", second.Person.UserName), ("role", "Assistant"));
        Assert.Equal($"{scene.Address}/settings?done=added", added.Redirect);
        var handed = await owner.PostAsync(await owner.OpenAsync(added.Redirect!), "staff", ("owner", $"{second.Person.Id}"));

        var after = await owner.OpenAsync(handed.Redirect!);
        Assert.Contains("The class has a new owner", after.Text);
        Assert.Contains($"{second.Person.UserName} · owner", after.Text);
        Assert.Contains($"{scene.Teacher.Person.UserName} · teacher", after.Text);
        Assert.Null(after.Html.QuerySelector("#user-name"));
        Assert.Null(after.Html.QuerySelector("[aria-labelledby='archive']"));
    }

    [Fact]
    public async Task An_assistant_sees_all_pages_and_no_button_that_would_be_refused()
    {
        var scene = await SchoolScene.NewAsync(host);
        var assistant = await scene.AddAsync("Assistant", Role.Teacher);
        Assert.Null(await host.Get<ClassTeacherService>().AddByNameAsync(
            scene.TeacherActor, scene.Class.Id, assistant.Person.UserName, ClassRole.Assistant, Ct));
        var assigned = await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = "overfitting", DueUtc = DateTime.UtcNow.AddDays(3) }, Ct);
        using var client = await scene.SignInAsync(assistant);

        foreach (var address in new[]
        {
            "", "/roster", "/assignments", $"/assignments/{assigned.Value!.Id}", "/progress", "/settings", "/code",
            $"/students/{scene.Maria.Person.Id}", "/gradebook", $"/gradebook/{assigned.Value.Id}/{scene.Maria.Person.Id}",
        })
        {
            var page = await client.OpenAsync($"{scene.Address}{address}");
            Assert.Equal(200, page.Status);
            // Sorting changes nothing, and an assistant may write to students.
            Assert.DoesNotContain(page.Html.QuerySelectorAll("main button[type=submit]"), button => button.ReadText() != "Give feedback");
        }
    }

    [Fact]
    public async Task An_archived_class_is_found_among_the_archived_and_restored_there()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var owner = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);

        var archived = await owner.PostAsync(await owner.OpenAsync($"{scene.Address}/settings"), "archive", ("act", "archive"));

        Assert.Equal($"{scene.Address}/settings?done=archived", archived.Redirect);
        Assert.DoesNotContain(scene.Class.Name, (await owner.OpenAsync("/")).Text);
        Assert.NotNull((await owner.OpenAsync("/classes")).Html.QuerySelector("a[href='/classes/archived']"));
        Assert.Contains(scene.Class.Name, (await owner.OpenAsync("/classes/archived")).Text);
        Assert.Contains("You are not in a class yet", (await maria.OpenAsync("/")).Text);
        foreach (var address in new[] { "", "/roster", "/assignments", "/code" })
        {
            Assert.Empty((await owner.OpenAsync($"{scene.Address}{address}")).Html.QuerySelectorAll("main button"));
        }

        var restored = await owner.PostAsync(await owner.OpenAsync($"{scene.Address}/settings"), "archive", ("act", "restore"));
        Assert.Contains("The class was restored", (await owner.OpenAsync(restored.Redirect!)).Text);
        Assert.DoesNotContain("You are not in a class yet", (await maria.OpenAsync("/")).Text);
    }

    [Fact]
    public async Task A_copy_opens_with_its_assignments_as_drafts()
    {
        var scene = await SchoolScene.NewAsync(host);
        await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = "overfitting", DueUtc = DateTime.UtcNow.AddDays(3) }, Ct);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/settings");

        Assert.Contains("whole number", (await teacher.PostAsync(page, "copy", ("name", "Next"), ("days", "soon"))).FaultOf("days"));
        var copied = await teacher.PostAsync(page, "copy", ("name", "Next"), ("days", "364"));

        Assert.EndsWith("?done=copied", copied.Redirect);
        var copy = copied.Redirect!.Split('?')[0];
        Assert.Contains("Draft", (await teacher.OpenAsync($"{copy}/assignments")).Text);
        Assert.Contains("No students yet", (await teacher.OpenAsync($"{copy}/roster")).Text);
    }
}
