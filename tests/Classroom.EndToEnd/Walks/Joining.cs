using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A new student, a class code on the board.</summary>
[Collection(School.DemoClass)]
public sealed class Joining(School school)
{
    [Fact]
    public async Task A_new_student_joins_with_the_code_on_the_board()
    {
        await using var admin = await school.VisitAsync("admin");
        await admin.GoAsync("/");
        await admin.FollowMenuAsync("People");
        var password = await new PeopleOffice(admin.Page).AddAsync("Cleo New", "cleo.n", "Student");

        await using var student = await school.VisitAsync();
        var page = student.Page;
        await student.GoAsync("/join");
        await page.GetByLabel("Class code").FillAsync("demo-42");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in and join" }).ClickAsync();
        await page.GetByLabel("User name").FillAsync("cleo.n");
        await page.GetByLabel("Password").FillAsync(password);
        await Expect(page.GetByText("You then join the class with the code DEMO42.")).ToBeVisibleAsync();
        await student.LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in and join" }).ClickAsync();

        // Nothing more to press.
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You are in the class.");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "What is due" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await student.GlanceAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Join another class" }).ClickAsync();
        await page.GetByLabel("Class code").FillAsync("DEMO43");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Class code")).ToHaveAttributeAsync("aria-invalid", "true");
        await student.LookAsync();
        await page.GetByLabel("Class code").FillAsync("DEMO42");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You are in the class.");
    }
}
