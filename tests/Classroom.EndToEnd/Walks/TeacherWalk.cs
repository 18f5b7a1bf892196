using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What a teacher does: assign, see how far everybody is, help with passwords, bring pictures along.</summary>
[Collection(School.DemoClass)]
public sealed class TeacherWalk(School school)
{
    private const string Term = "convolutional-neural-network";

    [Fact]
    public async Task Progress_shows_what_a_student_has_read_scored_and_trained()
    {
        await using var student = await school.VisitAsync("student08");
        using var script = await Script.OfAsync(student, school.Server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 1));
        await student.Page.GotoAsync($"/glossary/{Term}");
        await student.Page.GetByRole(AriaRole.Button, new() { Name = "I have read this" }).ClickAsync();
        await Expect(student.Page.GetByRole(AriaRole.Heading, new() { Name = "You have read this lesson" })).ToBeVisibleAsync();
        var quiz = new QuizView(student.Page);
        await quiz.OpenAsync(Term, "graded");
        await quiz.AnswerAsync();
        await quiz.HandInAsync();
        var score = await student.Page.Locator(".percent").InnerTextAsync();
        await script.WaitForStateAsync(run, "Completed");

        await using var teacher = await school.VisitAsync("teacher");
        var page = teacher.Page;
        await teacher.GoAsync("/");
        await teacher.FollowMenuAsync("Classes");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Demo class" })).ToBeVisibleAsync();
        await teacher.GlanceAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Demo class", Exact = true }).ClickAsync();
        await Expect(page.GetByText("DEMO42")).ToBeVisibleAsync();
        await teacher.GlanceAsync();
        await Tab(page, "Progress").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Progress of the class" })).ToBeVisibleAsync();
        await teacher.GlanceAsync();

        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "Student 08" }) });
        var cell = row.GetByRole(AriaRole.Cell).First;
        await Expect(cell).ToContainTextAsync("✓ read");
        await Expect(cell.Locator(".score")).ToHaveTextAsync(score.Trim());
        await Expect(row.GetByRole(AriaRole.Cell).Nth(-2)).ToHaveTextAsync("1");
        await Expect(row.GetByRole(AriaRole.Cell).Last).ToContainTextAsync("Done");

        await row.GetByRole(AriaRole.Link, new() { Name = "Student 08" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Student 08");
        await teacher.GlanceAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Table: Runs of Student 08" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/runs/{run}$"));
        await new RunView(page).ExpectStateAsync("Done");
        teacher.AssertNoTrouble();
    }

    [Fact]
    public async Task A_lesson_is_taken_off_the_list_and_assigned_with_another_date()
    {
        await using var teacher = await school.VisitAsync("teacher");
        var page = teacher.Page;
        await teacher.GoAsync("/");
        await teacher.FollowMenuAsync("Classes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Assignments of Demo class" }).ClickAsync();
        var assigned = page.GetByRole(AriaRole.Region, new() { Name = "Assigned", Exact = true })
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = "Overfitting" });
        await assigned.Locator("summary").ClickAsync();
        await teacher.LookAsync();
        await assigned.GetByRole(AriaRole.Button, new() { Name = "Yes, remove" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The assignment was removed.");
        await Expect(assigned).ToHaveCountAsync(0);

        var due = DateTime.UtcNow.Date.AddDays(20);
        await page.GetByLabel("Lesson or your own quiz", new() { Exact = true }).SelectOptionAsync("overfitting");
        await page.GetByLabel("Due", new() { Exact = true }).FillAsync(due.ToString("yyyy-MM-dd"));
        await page.GetByLabel("Which attempt at the quiz counts").SelectOptionAsync("The last");
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Assigned.");
        await Expect(assigned).ToContainTextAsync("due in 20 days");
        await Expect(assigned).ToContainTextAsync("last attempt counts");
        await teacher.GlanceAsync();

        await using var student = await school.VisitAsync("student20");
        await student.GoAsync("/");
        await Expect(student.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Overfitting" }))
            .ToContainTextAsync("Due in 20 days");

        await assigned.GetByRole(AriaRole.Link, new() { Name = "Overfitting" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("Before the test");
        await page.GetByLabel("Due: day").FillAsync(due.AddDays(-3).ToString("yyyy-MM-dd"));
        await page.GetByLabel("Due: time").FillAsync("08:30");
        await page.GetByLabel("Graded attempts allowed").FillAsync("2");
        await teacher.LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The assignment was changed.");
        await student.GoAsync("/");
        await Expect(student.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Before the test" }))
            .ToContainTextAsync("2 attempts left Due in 17 days at 8:30 AM");
    }

    [Fact]
    public async Task A_student_signs_in_with_the_password_that_her_teacher_gave_her()
    {
        await using var teacher = await school.VisitAsync("teacher");
        var page = teacher.Page;
        await teacher.GoAsync("/");
        await teacher.FollowMenuAsync("Classes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Demo class", Exact = true }).ClickAsync();
        await Tab(page, "Roster").ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Student 21" });
        await row.Locator("summary", new() { HasText = "New password" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Yes, make a new password" }).ClickAsync();
        var card = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "student21" });
        await Expect(card.Locator(".secret")).ToBeHiddenAsync();
        await card.GetByLabel("Show the password of Student 21").CheckAsync();
        await Expect(card.Locator(".secret")).ToBeVisibleAsync();
        var password = await card.Locator(".secret").InnerTextAsync();
        await teacher.LookAsync();

        await using var student = await school.VisitAsync();
        await student.Page.GotoAsync("/account/login");
        await student.Page.GetByLabel("User name").FillAsync("student21");
        await student.Page.GetByLabel("Password").FillAsync(School.Password);
        await student.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(student.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not match");
        await student.LookAsync();
        await student.SignInAsync("student21", password);
        await Expect(student.Page.GetByRole(AriaRole.Link, new() { Name = "Student 21" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Uploaded_pictures_can_be_trained_on_and_half_a_file_stores_nothing()
    {
        await using var teacher = await school.VisitAsync("teacher");
        var page = teacher.Page;
        await teacher.GoAsync("/");
        await teacher.FollowMenuAsync("Data sets");
        var known = page.GetByRole(AriaRole.Region, new() { Name = "Data sets" }).Locator("tbody tr");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Data sets");
        var before = await known.CountAsync();

        await UploadAsync(page, "Half of the rows", IdxFiles.Cut(IdxFiles.Pictures()), IdxFiles.Labels());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was stored.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(IdxFiles.Pictures().Name);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("byte 8");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Half of the rows");
        await teacher.LookAsync();
        await teacher.FollowMenuAsync("Data sets");
        await Expect(known).ToHaveCountAsync(before);

        await UploadAsync(page, "Bright rows", IdxFiles.Pictures(), IdxFiles.Labels());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Check before it is stored");
        await teacher.GlanceAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The data set is stored.");
        await teacher.GlanceAsync();
        await teacher.FollowMenuAsync("Data sets");
        await Expect(known).ToHaveCountAsync(before + 1);
        await Expect(known.Filter(new() { HasText = "Bright rows" })).ToContainTextAsync("12 × 12 pixels");
        await teacher.GlanceAsync();

        await using var student = await school.VisitAsync("student22");
        await student.GoAsync("/");
        await student.FollowMenuAsync("Lab");
        await Expect(student.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true })).ToBeEnabledAsync();
        await student.Page.GetByLabel("Data set").SelectOptionAsync("Bright rows");
        await Expect(student.Page.GetByText("50 pictures of 12 × 12 pixels to train on, 10 kept for validation")).ToBeVisibleAsync();
        await Expect(student.Page.GetByRole(AriaRole.Button, new() { Name = "Starting point: a small CNN" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await student.Page.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();
        await Expect(student.Page).ToHaveURLAsync(RunView.Address);
        await new RunView(student.Page).ExpectStateAsync("Done");
        student.AssertNoTrouble();
    }

    private static ILocator Tab(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of Demo class" }).GetByRole(AriaRole.Link, new() { Name = name });

    private static async Task UploadAsync(IPage page, string title, params FilePayload[] files)
    {
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
    }
}
