using Microsoft.Playwright;

namespace Classroom.EndToEnd;

/// <summary>The pages that are used most, on a phone and in the dark.</summary>
[Collection(School.DemoClass)]
public sealed class SmallAndDark(School school)
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Fact]
    public async Task A_students_pages_are_clean()
    {
        await using var visitor = await school.VisitAsync("student24", Phone);
        using var script = await Script.OfAsync(visitor, school.Server);
        var run = await script.StartRunAsync(Configs.Tiny(epochs: 1));
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.GoAsync("/");
        await visitor.GoAsync("/quiz/overfitting");
        var quiz = new QuizView(visitor.Page);
        await quiz.OpenAsync("overfitting", "graded");
        await visitor.LookAsync();
        await quiz.AnswerAllAsync();
        await quiz.HandInAsync();
        await visitor.LookAsync();
        await visitor.GoAsync("/review");
        await visitor.GoAsync("/lab");
        await visitor.GoAsync($"/runs/{run}");
        await new RunView(visitor.Page).ExpectStateAsync("Done");
        await visitor.LookAsync();
        await visitor.GoAsync("/me");
    }

    [Fact]
    public async Task A_teachers_and_an_admins_pages_are_clean()
    {
        await using var teacher = await school.VisitAsync("teacher", Phone);
        await teacher.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await teacher.GoAsync("/");
        foreach (var tab in new[] { "", "/progress", "/roster", "/assignments" })
        {
            await teacher.GoAsync($"/classes/1{tab}");
        }

        await using var admin = await school.VisitAsync("admin", Phone);
        await admin.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await admin.GoAsync("/admin/users");
        await admin.GoAsync("/admin/datasets");
    }
}
