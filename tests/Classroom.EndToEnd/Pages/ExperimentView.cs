using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>The page of an experiment as a student goes through it.</summary>
public sealed partial class ExperimentView(IPage page)
{
    // On a loaded machine the longest experiment takes a few times its half minute.
    private const float TrainingPatience = 300_000;

    public ILocator Train => page.GetByRole(AriaRole.Button, new() { NameRegex = TrainWords() });

    public ILocator Explain => page.GetByRole(AriaRole.Button, new() { Name = "Now explain it" });

    /// <summary>Takes the first of the predictions.</summary>
    public async Task PredictAsync()
    {
        await page.Locator("fieldset:not([disabled]) input[type=radio]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "That is my prediction" }).ClickAsync();
    }

    public Task WaitForTrainingAsync() => Expect(Explain).ToBeEnabledAsync(new() { Timeout = TrainingPatience });

    /// <summary>Answers all questions, until the experiment is done.</summary>
    public async Task AnswerAllAsync()
    {
        var questions = page.Locator("section:has(> fieldset)");
        await Expect(questions.First).ToBeVisibleAsync();
        for (var number = 0; number < await questions.CountAsync(); number++)
        {
            await AnswerAsync(questions.Nth(number));
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Experiment done" })).ToBeVisibleAsync();
    }

    /// <summary>As a student does who does not know: one choice after the other, or a number that the answers lead to.</summary>
    private static async Task AnswerAsync(ILocator question)
    {
        var choices = question.Locator("input[type=radio]");
        var check = question.GetByRole(AriaRole.Button, new() { NameRegex = Check() });
        var feedback = question.Locator("[aria-live] .notice");
        await Expect(question.Locator("fieldset:not([disabled])")).ToBeVisibleAsync();
        var count = await choices.CountAsync();
        for (var choice = 0; choice < count; choice++)
        {
            await choices.Nth(choice).CheckAsync();
            await Expect(feedback).ToHaveCountAsync(0);
            await check.ClickAsync();
            if (await IsRightAsync(feedback))
            {
                return;
            }
        }

        Assert.True(count == 0, "No choice was right.");
        var (low, high) = (0.0, 20_000.0);
        while (high - low > 1e-4)
        {
            var guess = high - low > 1 ? Math.Round((low + high) / 2) : (low + high) / 2;
            await question.Locator("input[inputmode=decimal]").FillAsync(guess.ToString("0.#####", CultureInfo.InvariantCulture));
            await Expect(feedback).ToHaveCountAsync(0);
            await check.ClickAsync();
            if (await IsRightAsync(feedback))
            {
                return;
            }

            (low, high) = (await feedback.InnerTextAsync()).Contains("too high", StringComparison.Ordinal) ? (low, guess) : (guess, high);
        }

        Assert.Fail("No number was right.");
    }

    private static async Task<bool> IsRightAsync(ILocator feedback)
    {
        await Expect(feedback).ToBeVisibleAsync();
        return !(await feedback.InnerTextAsync()).StartsWith("Not yet.", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^Train( all \d+| this network)?$")]
    private static partial Regex TrainWords();

    [GeneratedRegex("^Check answer")]
    private static partial Regex Check();
}
