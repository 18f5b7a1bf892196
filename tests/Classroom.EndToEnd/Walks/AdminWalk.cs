using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What an admin does: bring people and classes together.</summary>
[Collection(School.DemoClass)]
public sealed class AdminWalk(School school)
{
    [Fact]
    public async Task An_admin_sets_up_a_class_and_everything_is_written_down()
    {
        await using var admin = await school.VisitAsync("admin");
        var page = admin.Page;
        await admin.GoAsync("/");
        var office = new PeopleOffice(page);
        await admin.FollowMenuAsync("People");
        var teacherPassword = await office.AddAsync("Ada Teacher", "ada.t", "Teacher");
        await admin.LookAsync();

        await admin.FollowMenuAsync("Classes");
        await page.Locator("summary", new() { HasText = "Create a class" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("7b Computing");
        await page.GetByLabel("Teacher", new() { Exact = true }).SelectOptionAsync("Ada Teacher (ada.t)");
        await admin.LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The class was created.");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Teachers" })).ToContainTextAsync("Ada Teacher");

        await admin.FollowMenuAsync("People");
        await office.AddAsync("Bo Mover", "bo.m", "Student");
        await admin.FollowMenuAsync("Classes");
        await page.GetByRole(AriaRole.Link, new() { Name = "7b Computing" }).ClickAsync();
        await page.GetByLabel("Enroll a student").FillAsync("nobody.here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enroll", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Nobody has this user name.")).ToBeVisibleAsync();
        await admin.LookAsync();
        await page.GetByLabel("Enroll a student").FillAsync("bo.m");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enroll", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The student was added to this class.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Move Bo Mover" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Move Bo Mover");
        await admin.GlanceAsync();
        await page.GetByLabel("New class").SelectOptionAsync("Demo class");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The student is now in this class.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Demo class");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Bo Mover" })).ToBeVisibleAsync();
        await admin.GlanceAsync();

        await admin.FollowMenuAsync("People");
        var studentPassword = await office.NewPasswordAsync("bo.m", "Bo Mover");
        await admin.FollowMenuAsync("Home");
        await page.GetByRole(AriaRole.Link, new() { Name = "What happened" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What happened");
        var told = string.Join("\n", await page.GetByRole(AriaRole.Row).AllInnerTextsAsync());
        foreach (var deed in new[]
        {
            "added ada.t",
            "created the class 7b Computing",
            "added bo.m",
            "enrolled bo.m",
            "moved bo.m",
            "gave bo.m a new password"
        })
        {
            Assert.Contains(deed, told, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(studentPassword, told, StringComparison.Ordinal);
        await admin.GlanceAsync();

        await using var teacher = await school.VisitAsync();
        await teacher.SignInAsync("ada.t", teacherPassword);
        await Expect(teacher.Page.GetByRole(AriaRole.Link, new() { Name = "7b Computing" })).ToBeVisibleAsync();
        await Expect(teacher.Page.GetByRole(AriaRole.Link, new() { Name = "Demo class" })).ToHaveCountAsync(0);

        await using var student = await school.VisitAsync();
        await student.SignInAsync("bo.m", studentPassword);
        await Expect(student.Page.GetByRole(AriaRole.Region, new() { Name = "What is due" })).ToContainTextAsync("Demo class");
    }
}
