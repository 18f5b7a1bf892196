using System.Text.Json;
using Microsoft.Playwright;

namespace Classroom.EndToEnd;

public sealed class QuizPageTests(School school)
{
    /// <summary>By turns in light on a laptop and in dark on a phone: the attempts draw other questions each time.</summary>
    [Fact]
    public async Task Every_quiz_is_clean_on_its_first_page_and_on_each_question()
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
            await visitor.GoAsync($"/quiz/{slug}");
            var quiz = new QuizView(visitor.Page);
            await quiz.OpenAsync(slug, "practice");
            for (var number = 1; number <= await quiz.CountAsync(); number++)
            {
                await quiz.GoToAsync(number);
                await visitor.LookAsync(number == 1 ? "html" : "section.question");
            }
        }
    }
}
