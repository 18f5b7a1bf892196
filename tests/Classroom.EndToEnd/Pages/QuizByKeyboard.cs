using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>Every kind of question, answered without a mouse.</summary>
public sealed class QuizByKeyboard(School school)
{
    private static readonly string[] Kinds =
    [
        "Choose one answer.", "Choose all that are right.", "True or false?", "Your answer, as a number", "Your answer, in a word or two",
        "Choose a partner for each.", "Put these in order with the arrows, first at the top.",
    ];

    [Fact]
    public async Task Each_kind_of_question_is_answered_and_checked_by_keyboard_alone()
    {
        await using var visitor = await school.VisitAsync("student27");
        var page = visitor.Page;
        using var script = await Script.OfAsync(visitor, school.Server);
        var slugs = (await script.GetAsync("/api/terms")).EnumerateArray().Select(term => term.GetProperty("slug").GetString()!).ToList();
        var quiz = new QuizView(page);
        var left = Kinds.ToList();
        foreach (var slug in slugs.TakeWhile(_ => left.Count > 0))
        {
            // A term may have only a definition.
            if (await script.StatusAsync(HttpMethod.Get, $"/quiz/{slug}") == HttpStatusCode.NotFound)
            {
                continue;
            }

            await page.GotoAsync($"/quiz/{slug}");
            await Tabbing.ToAsync(page, quiz.Button("Start practice"));
            await page.Keyboard.PressAsync("Enter");
            await quiz.ExpectOpenAsync();
            var count = await quiz.CountAsync();
            for (var number = 1; number <= count; number++)
            {
                if (left.Remove(await quiz.HowAsync()))
                {
                    await AnswerAsync(page, quiz);
                }

                if (number < count)
                {
                    await Tabbing.ToAsync(page, quiz.Button("Next"));
                    await page.Keyboard.PressAsync("Enter");
                    await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Question {number + 1} of" })).ToBeFocusedAsync();
                }
            }
        }

        Assert.Empty(left);
        visitor.AssertNoTrouble();
    }

    private static async Task AnswerAsync(IPage page, QuizView quiz)
    {
        var before = await quiz.AnswerAsTextAsync();
        var question = page.Locator("section.question");
        switch (await quiz.HowAsync())
        {
            case "Choose a partner for each.":
                foreach (var select in await question.GetByRole(AriaRole.Combobox).AllAsync())
                {
                    await Tabbing.ToAsync(page, select);
                    await page.Keyboard.PressAsync("ArrowDown");
                }

                break;
            case "Put these in order with the arrows, first at the top.":
                var down = question.GetByRole(AriaRole.Button).Nth(1);
                var name = await down.GetAttributeAsync("aria-label");
                await Tabbing.ToAsync(page, down);
                await page.Keyboard.PressAsync("Enter");
                await Expect(question.GetByText($"{name!["Move down: ".Length..]}: now 2 of")).ToHaveCountAsync(1);
                // The item has moved and taken the focus along, so that it can be moved on.
                await Expect(question.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).ToBeFocusedAsync();
                break;
            case "Your answer, as a number" or "Your answer, in a word or two":
                await Tabbing.ToAsync(page, quiz.Line);
                await page.Keyboard.TypeAsync("17");
                await page.Keyboard.PressAsync("Enter");
                break;
            default:
                await Tabbing.ToAsync(page, question.Locator("input").First);
                await page.Keyboard.PressAsync("Space");
                break;
        }

        await quiz.ExpectSavedAsync();
        Assert.NotEqual(before, await quiz.AnswerAsTextAsync());
        await Tabbing.ToAsync(page, quiz.Button("Check"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".feedback .verdict")).ToBeVisibleAsync();
        await Expect(quiz.Button("Check")).ToBeFocusedAsync();
    }
}
