using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What was answered wrongly comes back.</summary>
public sealed class ReviewWalk(School school)
{
    [Fact]
    public async Task A_wrong_answer_in_practice_comes_to_the_review_and_is_asked_again_another_day()
    {
        await using var visitor = await school.VisitAsync("student26");
        var page = visitor.Page;
        await visitor.GoAsync("/");
        await visitor.FollowMenuAsync("Review");
        await Expect(page.GetByText("Nothing to review yet")).ToBeVisibleAsync();
        await visitor.LookAsync();
        var wrong = await MissInPracticeAsync(page);

        await visitor.GoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1 question to review" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Review 1 due" }).ClickAsync();
        await Expect(page.Locator("section.question .prompt")).ToHaveTextAsync(wrong);
        var check = page.GetByRole(AriaRole.Button, new() { Name = "Check" });
        await Expect(check).ToBeEnabledAsync();
        await visitor.GlanceAsync();

        // With the keyboard alone: the focus stays where the next step is.
        await Tabbing.ToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "I do not know" }));
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(check).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Your answer is not complete yet.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("This question comes back in")).ToBeVisibleAsync();
        await visitor.LookAsync();
        await Tabbing.ToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Finish" }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText("0 of 1 right.")).ToBeVisibleAsync();
        await Expect(page.GetByText("The next question comes in")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true })).ToBeVisibleAsync();
        await visitor.LookAsync();
        await visitor.GoAsync("/me");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Table: My lessons" })).ToContainTextAsync("in 10 minutes");
        await visitor.GoAsync("/review");
        await Expect(page.GetByText("Nothing to review now")).ToBeVisibleAsync();
    }

    /// <summary>Answers until one is wrong; gives its words.</summary>
    private static async Task<string> MissInPracticeAsync(IPage page)
    {
        var quiz = new QuizView(page);
        await quiz.OpenAsync("overfitting", "practice");
        for (var number = 1; number <= await quiz.CountAsync(); number++)
        {
            await quiz.GoToAsync(number);
            await quiz.AnswerAsync();
            await quiz.Button("Check").ClickAsync();
            if (await page.Locator(".feedback .verdict").InnerTextAsync() != "Right!")
            {
                return await page.Locator("section.question .prompt").InnerTextAsync();
            }
        }

        throw new InvalidOperationException("Every answer was right.");
    }
}
