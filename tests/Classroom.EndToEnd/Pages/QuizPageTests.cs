using System.Text.Json;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

public sealed class QuizPageTests(School school)
{
    /// <summary>By turns in light on a laptop and in dark on a phone: the attempts draw other questions each time.</summary>
    [Fact]
    public async Task Every_quiz_opens_and_each_of_its_questions_is_clean()
    {
        await using var laptop = await school.VisitAsync("student29");
        await using var phone = await school.VisitAsync("student30", new() { Width = 390, Height = 844 });
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var terms = await laptop.Page.APIRequest.GetAsync("/api/terms");
        var slugs = (await terms.JsonAsync<JsonElement>()).EnumerateArray().Select(term => term.GetProperty("slug").GetString()!).ToList();
        Assert.Equal(20, slugs.Count);

        foreach (var (place, slug) in slugs.Index())
        {
            var visitor = place % 2 == 0 ? laptop : phone;
            await visitor.GoAsync($"/quiz/{slug}?mode=practice");
            var quiz = new QuizView(visitor.Page);
            await quiz.StartAsync("practice");
            var count = await quiz.CountAsync();
            for (var number = 1; number <= count; number++)
            {
                await quiz.GoToAsync(number);
                await visitor.LookAsync("section.question");
            }
        }
    }
}
