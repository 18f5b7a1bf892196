using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolAdminTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_admin_sets_up_a_class_with_its_teacher_and_student()
    {
        var unique = Guid.NewGuid().ToString("N")[..8];
        using var admin = await host.SignInAsync("admin");

        var teacher = await AddAsync(admin, $"t.{unique}", "Ms New", "Teacher");
        var teacherId = (await host.ActorAsync($"t.{unique}")).UserId;
        var created = await admin.PostAsync(
            await admin.OpenAsync("/admin/classes"), "class", ("name", $"7b {unique}"), ("teacher", $"{teacherId}"));
        Assert.EndsWith("?done=created", created.Redirect);
        var classId = created.Redirect!.Split('/', '?')[3];
        var student = await AddAsync(admin, $"s.{unique}", "New Student", "Student", classId);

        using var kim = await host.SignInAsync($"t.{unique}", teacher);
        Assert.Contains($"7b {unique}", (await kim.OpenAsync("/")).Text);
        Assert.Contains("New Student", (await kim.OpenAsync($"/classes/{classId}/roster")).Text);
        using var pupil = await host.SignInAsync($"s.{unique}", student);
        Assert.Contains("Nothing is assigned to you", (await pupil.OpenAsync("/")).Text);

        var audit = (await admin.OpenAsync("/admin/audit")).Text;
        Assert.Contains($"added t.{unique} as Teacher", audit);
        Assert.Contains($"created the class 7b {unique}", audit);
        Assert.Contains($"enrolled s.{unique} in 7b {unique}", audit);
    }

    [Fact]
    public async Task A_person_with_mistakes_is_not_added_and_every_field_is_named()
    {
        using var admin = await host.SignInAsync("admin");
        var page = await admin.OpenAsync("/admin/users");

        var answer = await admin.PostForgedAsync(
            page, "person", ("userName", "two words"), ("displayName", " "), ("role", "Headmaster"), ("class", "99999"));

        Assert.Contains("without spaces", answer.FaultOf("userName"));
        Assert.NotNull(answer.FaultOf("displayName"));
        Assert.Contains("Student, Teacher or Admin", answer.FaultOf("role"));
        Assert.Contains("no longer exists", answer.FaultOf("class"));
        Assert.Equal("two words", answer.Html.QuerySelector("[name='userName']")!.GetAttribute("value"));
        Assert.True(answer.Html.QuerySelector("details:has([name='userName'])")!.HasAttribute("open"));
        Assert.Contains("already has the user name", (await admin.PostAsync(
            page, "person", ("userName", "Student01"), ("displayName", "A second one"), ("role", "Student"))).FaultOf("userName"));
    }

    [Fact]
    public async Task A_student_moves_to_another_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var other = await scene.AddClassAsync("Other class");
        using var admin = await host.SignInAsync("admin");
        var page = await admin.OpenAsync($"/admin/classes/{scene.Class.Id}/move/{scene.Maria.Person.Id}");

        var missing = await admin.PostForgedAsync(page, "move", ("to", "99999"));
        Assert.Contains("Choose a class", missing.FaultOf("to"));
        Assert.Contains("in this class already", (await admin.PostForgedAsync(page, "move", ("to", $"{scene.Class.Id}"))).FaultOf("to"));
        var moved = await admin.PostAsync(page, "move", ("to", $"{other.Id}"));

        Assert.Equal($"/admin/classes/{other.Id}?done=moved", moved.Redirect);
        Assert.Contains(scene.Maria.Person.DisplayName, (await admin.OpenAsync(moved.Redirect!)).Text);
        Assert.DoesNotContain(scene.Maria.Person.DisplayName, (await admin.OpenAsync($"/admin/classes/{scene.Class.Id}")).Text);
    }

    [Fact]
    public async Task Teachers_and_students_enter_and_leave_a_class_by_the_admins_hand()
    {
        var scene = await SchoolScene.NewAsync(host);
        var lina = await scene.AddAsync("Lina", Role.Student);
        var second = await scene.AddAsync("Second Teacher", Role.Teacher);
        using var admin = await host.SignInAsync("admin");
        var address = $"/admin/classes/{scene.Class.Id}";

        await admin.PostAsync(await admin.OpenAsync(address), "enrol", ("userName", $" {lina.Person.UserName.ToUpperInvariant()} "));
        await admin.PostAsync(await admin.OpenAsync(address), "students", ("remove", $"{scene.Noah.Person.Id}"));
        await admin.PostAsync(await admin.OpenAsync(address), "add-teacher", ("teacher", $"{second.Person.Id}"));
        var owned = await admin.PostAsync(await admin.OpenAsync(address), "teachers", ("remove", $"{scene.Teacher.Person.Id}"));
        Assert.Contains("Make someone else its owner first", owned.Text);
        await admin.PostAsync(await admin.OpenAsync($"{scene.Address}/settings"), "staff", ("owner", $"{second.Person.Id}"));
        await admin.PostAsync(await admin.OpenAsync(address), "teachers", ("remove", $"{scene.Teacher.Person.Id}"));

        var classes = host.Get<ClassService>();
        Assert.Equal(
            [lina.Person.Id, scene.Maria.Person.Id],
            (await host.Get<RosterService>().ListAsync(scene.Admin, scene.Class.Id, Ct))!.Select(entry => entry.Student.Id));
        var staff = (await classes.GetAsync(scene.Admin, scene.Class.Id, Ct))!.Staff;
        Assert.Equal([(second.Person.Id, ClassRole.Owner)], staff.Select(member => (member.Person.Id, member.Role)));
        using var former = await scene.SignInAsync(scene.Teacher);
        Assert.Equal(404, (await former.OpenAsync($"{scene.Address}/roster")).Status);
    }

    [Fact]
    public async Task Enrolling_somebody_unknown_or_a_teacher_is_explained()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var admin = await host.SignInAsync("admin");
        var page = await admin.OpenAsync($"/admin/classes/{scene.Class.Id}");

        Assert.Contains(
            "Nobody has this user name", (await admin.PostAsync(page, "enrol", ("userName", "who.is.that"))).FaultOf("userName"));
        Assert.Contains(
            "Only students", (await admin.PostAsync(page, "enrol", ("userName", scene.Teacher.Person.UserName))).FaultOf("userName"));
    }

    [Fact]
    public async Task A_class_is_renamed_unless_somebody_else_was_faster()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var admin = await host.SignInAsync("admin");
        var address = $"/admin/classes/{scene.Class.Id}";
        var page = await admin.OpenAsync(address);

        Assert.Contains("needs a name", (await admin.PostAsync(page, "rename", ("name", "  "))).FaultOf("name"));
        Assert.Equal($"{address}?done=renamed", (await admin.PostAsync(page, "rename", ("name", $"Renamed {scene.Class.Id}"))).Redirect);
        Assert.Contains("Someone else changed this class", (await admin.PostAsync(page, "rename", ("name", "Too late"))).Text);
        Assert.Equal($"Renamed {scene.Class.Id}", (await admin.OpenAsync(address)).Html.QuerySelector("h1")!.ReadText());
    }

    [Fact]
    public async Task The_search_finds_parts_of_names_and_the_admin_resets_a_password()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var admin = await host.SignInAsync("admin");

        var found = await admin.OpenAsync($"/admin/users?search={Uri.EscapeDataString(scene.Maria.Person.DisplayName.ToUpperInvariant())}");
        Assert.Single(found.Html.QuerySelectorAll("tbody tr"));
        var reset = await admin.PostAsync(found, "people", ("reset", $"{scene.Maria.Person.Id}"));
        using var maria = await host.SignInAsync(scene.Maria.Person.UserName, reset.Html.QuerySelectorAll(".slip dd")[1].ReadText());

        Assert.Contains("Nobody has that name", (await admin.OpenAsync("/admin/users?search=zzzzzz")).Text);
    }

    private static async Task<string> AddAsync(PageClient admin, string userName, string displayName, string role, string classId = "")
    {
        var answer = await admin.PostAsync(
            await admin.OpenAsync("/admin/users"),
            "person",
            ("userName", userName),
            ("displayName", displayName),
            ("role", role),
            ("class", classId));
        Assert.Equal("", answer.Html.QuerySelector("[name='userName']")!.GetAttribute("value") ?? "");
        return answer.Html.QuerySelectorAll(".slip dd")[1].ReadText();
    }
}
