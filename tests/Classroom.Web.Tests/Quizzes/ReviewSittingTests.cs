using Bunit;
using Bunit.TestDoubles;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.Review;
using Classroom.Web.Features.Review;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

public sealed class ReviewSittingTests : QuizSchool
{
    private ReviewService Reviews => Services.GetRequiredService<ReviewService>();

    [Fact]
    public void Who_never_answered_wrongly_is_told_what_the_review_is_for() =>
        Assert.Contains("Nothing to review yet", Show("/review").Find(".empty-state").ReadText(), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_answer_is_told_why_and_comes_back_the_same_day()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        page.Find("input").Change("6");
        Button(page, "Check").Click();

        var said = page.Find(".feedback").ReadText();
        Assert.Equal("polite", page.Find(".feedback").GetAttribute("aria-live"));
        Assert.Contains("Not right.", said, StringComparison.Ordinal);
        Assert.Contains("Epoch 6 has the lowest training loss.", said, StringComparison.Ordinal);
        Assert.Contains(Question("best-epoch").Explanation, said, StringComparison.Ordinal);
        Assert.Contains("comes back in 10 minutes", said, StringComparison.Ordinal);
        Assert.True(page.Find("input").HasAttribute("disabled"));
        Assert.Empty(await Reviews.DueAsync(Student, Ct));
    }

    [Fact]
    public async Task A_right_answer_ends_the_sitting_with_when_the_next_comes()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        page.Find("input").Input("4");
        Button(page, "Check").Click();
        Assert.Contains("Right!", page.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.Contains("comes back tomorrow", page.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Button(page, "Finish").Click();

        var end = Services.GetRequiredService<NavigationManager>().Uri;
        Assert.EndsWith("/review?answered=1&right=1", end, StringComparison.Ordinal);
        var said = Show(end).Find(".end").ReadText();
        Assert.Contains("1 of 1 right.", said, StringComparison.Ordinal);
        Assert.Contains("The next question comes tomorrow.", said, StringComparison.Ordinal);
        Assert.Contains("The next question comes tomorrow.", Show("/review").Find(".empty-state").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hint_makes_it_a_hard_one()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        page.Find("summary").Click();
        page.Find("input").Change("4");
        Button(page, "Check").Click();

        await using var db = await OpenDatabaseAsync();
        Assert.Equal(ReviewRating.Hard, Assert.Single(db.ReviewAnswers).Rating);
    }

    [Fact]
    public async Task Looking_at_the_hint_after_the_answer_costs_nothing()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        page.Find("input").Change("4");
        Button(page, "Check").Click();
        page.Find("summary").Click();

        await using var db = await OpenDatabaseAsync();
        Assert.False(Assert.Single(db.ReviewCards).HintUsed);
    }

    [Fact]
    public async Task Without_an_answer_a_check_asks_for_one_and_I_do_not_know_shows_it()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        Button(page, "Check").Click();
        Assert.Contains("Your answer is not complete yet.", page.Find("[role=alert]").ReadText(), StringComparison.Ordinal);
        Assert.Single(await Reviews.DueAsync(Student, Ct));

        Button(page, "I do not know").Click();

        Assert.Equal("", page.Find("[role=alert]").ReadText());
        Assert.Contains("Here is the answer.", page.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.ReadText() == "I do not know");
    }

    [Fact]
    public async Task The_second_half_of_a_double_click_does_not_skip_what_is_said()
    {
        await MissAsync("best-epoch", "work-out-the-gap");
        var page = Show("/review");
        page.Find("input").Change("1");
        Button(page, "Check").Click(new MouseEventArgs { Detail = 1 });
        Button(page, "Next").Click(new MouseEventArgs { Detail = 2 });
        Assert.Equal("Question 1 of 2", page.Find("h2").ReadText());

        Button(page, "Next").Click(new MouseEventArgs { Detail = 1 });
        Assert.Equal("Question 2 of 2", page.Find("h2").ReadText());
        Assert.Equal("", page.Find("input").GetAttribute("value") ?? "");
        JSInterop.VerifyInvoke("focusUnlessTyping", calledTimes: 1);
    }

    [Fact]
    public async Task Answered_in_another_tab_meanwhile_the_first_answer_counts_and_is_shown()
    {
        await MissAsync("best-epoch");
        var first = Show("/review");
        var second = Render<ReviewSitting>();
        first.Find("input").Change("4");
        Button(first, "Check").Click();
        second.Find("input").Change("6");
        second.FindAll("button").Single(button => button.ReadText() == "Check").Click();

        Assert.Contains("That answer counts.", second.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.Contains("Right!", second.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.Equal("4", second.Find("input").GetAttribute("value"));
        await using var db = await OpenDatabaseAsync();
        Assert.Equal(new NumberResponse("4"), ResponseJson.Read(Assert.Single(db.ReviewAnswers).ResponseJson));
    }

    [Fact]
    public async Task A_reload_in_the_middle_goes_on_with_what_is_left()
    {
        await MissAsync("best-epoch", "work-out-the-gap", "lower-training-loss");
        var page = Show("/review");
        Button(page, "I do not know").Click();
        Button(page, "Next").Click();
        var prompt = page.Find(".prompt").ReadText();

        var again = Show("/review");

        Assert.Equal("Question 1 of 2", again.Find("h2").ReadText());
        Assert.Equal(prompt, again.Find(".prompt").ReadText());
    }

    [Fact]
    public async Task An_answer_that_could_not_be_kept_stays_and_is_kept_on_another_try()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        await RenameAnswersAsync("ReviewAnswers", "Away");
        page.Find("input").Change("4");
        Button(page, "Check").Click();
        Assert.Contains("cannot reach its records", page.Find("[role=alert]").ReadText(), StringComparison.Ordinal);
        await RenameAnswersAsync("Away", "ReviewAnswers");

        Button(page, "Check").Click();

        Assert.Contains("Right!", page.Find(".feedback").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_was_signed_out_meanwhile_is_told()
    {
        await MissAsync("best-epoch");
        var page = Show("/review");
        SignOut();
        page.Find("input").Change("4");
        Button(page, "Check").Click();

        Assert.Contains("no longer signed in", page.Find("[role=alert]").ReadText(), StringComparison.Ordinal);
        Assert.Single(await Reviews.DueAsync(Student, Ct));
    }

    [Fact]
    public async Task What_is_prerendered_can_be_read_but_not_clicked()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        await MissAsync("memorised-answers");
        var page = Show("/review");

        Assert.Contains(Question("memorised-answers").PromptText, page.Find(".prompt").ReadText(), StringComparison.Ordinal);
        Assert.All(page.FindAll("input, button"), control => Assert.True(control.HasAttribute("disabled")));
    }

    [Theory]
    [InlineData("/review?answered=-4&right=2")]
    [InlineData("/review?answered=4000000&right=2")]
    public async Task A_made_up_end_is_none(string address)
    {
        await MissAsync("best-epoch");

        Assert.Empty(Show(address).FindAll(".end"));
    }

    private async Task MissAsync(params string[] questionIds)
    {
        var id = await StartAsync(AttemptMode.Graded, questionIds);
        foreach (var question in questionIds)
        {
            await Attempts.SaveAnswerAsync(Student, id, question, new ShortAnswerResponse("whatever"), Ct);
        }

        await Attempts.SubmitAsync(Student, id, Ct);
    }

    private IRenderedComponent<ReviewPage> Show(string address)
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return Render<ReviewPage>();
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ReviewPage> page, string text) =>
        page.FindAll("button").Single(button => button.ReadText() == text);
}
