using Classroom.School.Assignments;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

/// <summary>Lists and what comes first, from the teacher's forms to what a student sees.</summary>
public sealed class SchoolAssignmentOrderTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teacher_puts_assignments_in_order_and_a_student_sees_what_is_locked()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (first, second) = (await AssignAsync(scene, "overfitting", 3), await AssignAsync(scene, "epoch", 5));
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var all = await teacher.OpenAsync($"{scene.Address}/assignments");
        Assert.NotNull(all.Html.QuerySelector($"a[href='{scene.Address}/assignments/lists/new']"));
        var form = await teacher.OpenAsync($"{scene.Address}/assignments/lists/new");
        (string, string)[] typed = [("Sent.Title", "Week <1>"), ($"Sent.Steps[{first}]", "yes"), ($"Sent.Steps[{second}]", "yes")];

        var asked = await teacher.PostAsync(form, "list", typed);
        Assert.Contains("will not be able to start “Epoch” until they have done what comes before it", asked.Text);
        Assert.Contains("Students who have already started go on as before", asked.Text);
        Assert.Empty((await host.Get<AssignmentListService>().ListAsync(scene.TeacherActor, scene.Class.Id, Ct))!);
        var saved = await teacher.PostAsync(asked, "list", [.. typed, ("Sent.Sure", "yes")]);

        Assert.Equal($"{scene.Address}/assignments?done=listed", saved.Redirect);
        all = await teacher.OpenAsync(saved.Redirect!);
        Assert.Equal("Week <1>", all.Html.QuerySelector("section.list h3")!.TextContent);
        Assert.Equal(["Overfitting", "Epoch"], all.Html.QuerySelectorAll("ol.assigned a").Select(link => link.TextContent.Trim()));
        using var maria = await scene.SignInAsync(scene.Maria);
        var home = await maria.OpenAsync("/");
        Assert.Contains("Step 2 of 2 in Week <1>", home.Text);
        Assert.Contains("First finish \"Overfitting\". Locked", home.Text);
        Assert.Contains("Quiz: Overfitting", home.Html.QuerySelector(".next-step")!.TextContent);
        var quiz = await maria.OpenAsync("/quiz/epoch?mode=graded");
        Assert.Contains("First finish \"Overfitting\".", quiz.Text);
        Assert.Null(quiz.Html.QuerySelector("button[name='assignment']"));
        var forged = await maria.PostForgedAsync(quiz, "start-Graded", ("assignment", $"{second}"));
        Assert.Contains("First finish \"Overfitting\". Practice is open already.", forged.Text);

        var button = all.Html.QuerySelector($"button[value^='up:{second}:']")!.GetAttribute("value")!;
        var warned = await teacher.PostAsync(all, "assignments", ("move", button));
        Assert.Contains("will not be able to start “Overfitting”", warned.Text);
        Assert.NotNull(warned.Html.QuerySelector($"button[value='{button}:sure']"));
        var moved = await teacher.PostAsync(warned, "assignments", ("move", $"{button}:sure"));

        Assert.Equal($"{scene.Address}/assignments?done=moved&moved=up:{second}", moved.Redirect);
        all = await teacher.OpenAsync(moved.Redirect!);
        Assert.Equal(["Epoch", "Overfitting"], all.Html.QuerySelectorAll("ol.assigned a").Select(link => link.TextContent.Trim()));
        Assert.True(all.Html.QuerySelector($"button[value^='up:{second}:']")!.HasAttribute("autofocus"));
        Assert.Equal("true", all.Html.QuerySelector($"button[value^='up:{second}:']")!.GetAttribute("aria-disabled"));
        var stale = await teacher.PostAsync(warned, "assignments", ("move", $"{button}:sure"));
        Assert.Contains("Someone else changed this list in the meantime", stale.Text);
        foreach (var nonsense in new[] { "up:", "sideways:0", ":", "" })
        {
            Assert.DoesNotContain("went wrong", (await teacher.PostForgedAsync(all, "assignments", ("move", nonsense))).Text);
        }

        Assert.Contains("First finish \"Epoch\". Locked", (await maria.OpenAsync("/")).Text);
        var page = await teacher.OpenAsync(all.Html.QuerySelector("section.list p a")!.GetAttribute("href")!);
        var removed = await teacher.PostAsync(page, "remove", ("remove", "yes"));
        Assert.Equal($"{scene.Address}/assignments?done=unlisted", removed.Redirect);
        Assert.DoesNotContain("Locked", (await maria.OpenAsync("/")).Text);
    }

    [Fact]
    public async Task What_comes_first_is_chosen_in_the_form_and_faults_stand_beside_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (first, second) = (await AssignAsync(scene, "overfitting", 3), await AssignAsync(scene, "epoch", 5));
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/assignments/{second}";
        (string, string)[] typed = [("Sent.After", $"{first}"), ("Sent.AfterPercent", "80")];

        var wrong = await teacher.PostAsync(
            await teacher.OpenAsync(address), "change", ("Sent.After", $"{first}"), ("Sent.AfterPercent", "much"));
        Assert.Contains("whole number", wrong.FaultOf("Sent.AfterPercent"));
        var asked = await teacher.PostAsync(await teacher.OpenAsync(address), "change", typed);
        Assert.Contains("will not be able to start “Epoch”", asked.Text);
        var saved = await teacher.PostAsync(asked, "change", [.. typed, ("Sent.Sure", "yes")]);

        Assert.Equal($"{scene.Address}/assignments?done=saved", saved.Redirect);
        var all = await teacher.OpenAsync(saved.Redirect!);
        Assert.Contains("after Overfitting with at least 80%", all.Text);
        Assert.Contains("Students no longer have to do it before Epoch.", all.Text);
        var circle = await teacher.PostAsync(
            await teacher.OpenAsync($"{scene.Address}/assignments/{first}"), "change", ("Sent.After", $"{second}"));
        Assert.Contains("Nobody could ever begin these", circle.FaultOf("Sent.After"));
        var kept = await teacher.OpenAsync(address);
        Assert.Equal($"{first}", kept.Html.QuerySelector("#after option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Assistants_see_the_order_and_change_nothing()
    {
        var scene = await SchoolScene.NewAsync(host);
        var first = await AssignAsync(scene, "overfitting", 3);
        var list = (await host.Get<AssignmentListService>().CreateAsync(
            scene.TeacherActor, scene.Class.Id, new("Week 1", true, [first]), Ct)).Value!;
        var assistant = await scene.AddAsync("Assistant", Role.Teacher);
        var staff = host.Get<Classroom.School.Classes.ClassTeacherService>();
        Assert.Null(await staff.AddAsync(scene.Admin, scene.Class.Id, assistant.Person.Id, Ct));
        Assert.Null(await staff.ChangeRoleAsync(
            scene.Admin, scene.Class.Id, assistant.Person.Id, Classroom.School.Classes.ClassRole.Assistant, Ct));
        using var client = await scene.SignInAsync(assistant);

        var all = await client.OpenAsync($"{scene.Address}/assignments");

        Assert.Contains("Week 1", all.Text);
        Assert.Null(all.Html.QuerySelector("button[name='move']"));
        Assert.Null(all.Html.QuerySelector("a[href*='/lists/']"));
        Assert.Equal(404, (int)(await client.OpenAsync($"{scene.Address}/assignments/lists/{list.Id}")).Status);
        Assert.Equal(404, (int)(await client.OpenAsync($"{scene.Address}/assignments/lists/new")).Status);
    }

    private async Task<int> AssignAsync(SchoolScene scene, string slug, int days)
    {
        var assigned = await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new NewAssignment { Kind = AssignmentKind.Quiz, Slug = slug, DueUtc = DateTime.UtcNow.AddDays(days) },
            Ct);
        return assigned.Value!.Id;
    }
}
