using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>How an attempt is handed in, and what its result shows.</summary>
public sealed class QuizHandInTests : QuizSchool
{
    [Fact]
    public async Task Handing_in_in_one_tab_shows_the_result_in_the_other_too()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var first = Open(id);
        var second = Open(id);
        first.Find("input").Change("4");
        first.WaitForAssertion(() => Assert.Contains("Saved", first.Find(".save-status").ReadText(), StringComparison.Ordinal));

        HandIn(first);

        first.WaitForAssertion(() => Assert.Equal("100%", first.Find(".percent").ReadText()));
        second.WaitForAssertion(() => Assert.Equal("100%", second.Find(".percent").ReadText()));
        var attempt = Assert.Single(await AttemptReader.ListAsync(Student, Slug, Ct));
        Assert.Equal((id, 1.0), (attempt.Id, attempt.Score));
    }

    [Fact]
    public async Task The_second_half_of_a_double_click_does_not_confirm()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        Button(page, "Hand in").Click(new MouseEventArgs { Detail = 1 });
        Button(page, "Yes, hand in").Click(new MouseEventArgs { Detail = 2 });

        Assert.False((await AttemptReader.GetAsync(Student, id, Ct))!.IsSubmitted);
    }

    [Fact]
    public async Task Handing_in_asks_first_and_names_what_is_not_answered()
    {
        var id = await StartAsync(AttemptMode.Graded, "lower-training-loss", "best-epoch", "work-out-the-gap");
        var page = Open(id);
        page.FindAll("input")[0].Change("on");
        Button(page, "Hand in").Click();

        Assert.Matches(@"2 questions are not fully answered yet:\s+numbers 2, 3\.", page.Find(".confirm p").ReadText());
        Button(page, "Keep working").Click();
        Assert.Empty(page.FindAll(".confirm"));
        Assert.Null((await AttemptReader.ListAsync(Student, Slug, Ct)).Single().SubmittedUtc);
    }

    [Fact]
    public async Task Handing_in_names_what_cannot_be_read_as_a_number()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var page = Open(id);
        page.Find("input").Change("four");
        Button(page, "Hand in").Click();

        Assert.StartsWith("Nothing is answered yet.", page.FindAll(".confirm p")[0].ReadText(), StringComparison.Ordinal);
        Assert.StartsWith(
            "What you typed for question 1 cannot be read as a number.",
            page.FindAll(".confirm p")[1].ReadText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graded_quiz_tells_nothing_before_it_is_handed_in()
    {
        var id = await StartAsync(AttemptMode.Graded, "memorised-answers", "best-epoch");
        var question = (OneAnswerQuestion)Question("memorised-answers");
        var page = Open(id);
        foreach (var place in Enumerable.Range(0, 4))
        {
            page.FindAll("input[type=radio]")[place].Change("on");
            page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".save-status").ReadText(), StringComparison.Ordinal));

            Assert.DoesNotContain("Check", page.FindAll("button").Select(button => button.ReadText()));
            Assert.DoesNotContain(question.Explanation, page.Markup, StringComparison.Ordinal);
            Assert.All(
                question.Choices, choice => Assert.DoesNotContain(choice.Feedback ?? "Not right", page.Markup, StringComparison.Ordinal));
            Assert.Empty(page.FindAll(".right, .wrong, .pill"));
        }
    }

    [Fact]
    public async Task The_result_shows_answer_mistake_right_answer_and_explanation_of_each_question()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss", "work-out-the-gap");
        var page = Open(id);
        page.Find("input").Change("6");
        Button(page, "Next").Click();
        page.FindAll("input")[1].Change("on");
        HandIn(page);

        page.WaitForAssertion(() => Assert.Equal("33%", page.Find(".percent").ReadText()));
        var items = page.FindAll(".answers > li");
        Assert.Equal(["Not right", "Right", "Not answered"], items.Select(item => item.QuerySelector(".pill")!.ReadText()));
        Assert.Contains("Epoch 6 has the lowest training loss.", items[0].ReadText(), StringComparison.Ordinal);
        Assert.Equal(["6", "4"], items[0].QuerySelectorAll("dd:not(.mistake)").Take(2).Select(line => line.ReadText()));
        Assert.Contains(Question("best-epoch").Explanation, items[0].ReadText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Right answer", items[1].ReadText(), StringComparison.Ordinal);
        Assert.Equal(
            ["/quiz/overfitting?mode=graded", "/glossary/overfitting", "/lab/overfitting"],
            page.FindAll(".score .row-wrap a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_result_has_an_address_where_a_reload_finds_it()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        var page = Open(id);
        Button(page, "Finish").Click();
        Button(page, "Yes, finish").Click();

        page.WaitForAssertion(() => Assert.EndsWith(
            $"/quiz/overfitting?attempt={id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_after_handing_in_elsewhere_is_refused_and_the_result_shown()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        page.Find("input").Change("6");
        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".save-status").ReadText(), StringComparison.Ordinal));
        await Attempts.SubmitAsync(Student, id, Ct);

        page.Find("input").Change("4");

        page.WaitForAssertion(
            () => Assert.Contains("already handed in", page.Find(".score .notice").ReadText(), StringComparison.Ordinal));
        Assert.Equal("0%", page.Find(".percent").ReadText());
        Assert.Equal(new NumberResponse("6"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task What_is_not_saved_is_not_handed_in()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        await RenameAnswersAsync("AttemptAnswers", "Away");
        page.Find("input").Change("4");
        Button(page, "Hand in").Click();
        page.WaitForAssertion(
            () => Assert.Contains("cannot reach its records", page.Find(".trouble").ReadText(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".confirm"));
        await RenameAnswersAsync("Away", "AttemptAnswers");
        Assert.False((await AttemptReader.GetAsync(Student, id, Ct))!.IsSubmitted);

        HandIn(page);

        page.WaitForAssertion(() => Assert.Equal("100%", page.Find(".percent").ReadText()));
    }

    private static void HandIn(IRenderedComponent<QuizAttempt> page)
    {
        Button(page, "Hand in").Click();
        page.WaitForElement(".confirm .btn-primary").Click();
    }
}
