using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.Review;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>A practice attempt checks, hints and explains.</summary>
public sealed class QuizPracticeTests : QuizSchool
{
    [Fact]
    public async Task Practice_names_the_mistake_lets_try_again_and_explains_once_right()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch", "lower-training-loss");
        var explanation = Question("best-epoch").Explanation;
        var page = Open(id);
        page.Find("input").Change("6");
        Button(page, "Check").Click();
        Assert.Contains("Epoch 6 has the lowest training loss.", page.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.DoesNotContain(explanation, page.Markup, StringComparison.Ordinal);

        page.Find("input").Change("4");
        Assert.DoesNotContain("Epoch 6 has", page.Markup, StringComparison.Ordinal);
        Button(page, "Check").Click();

        Assert.Contains(explanation, page.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.StartsWith("Question 1, right", page.Find(".jump").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_checked_and_shown_is_there_after_a_reload_and_what_was_wrong_at_first_is_to_be_reviewed()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch", "work-out-the-gap");
        var page = Open(id);
        page.Find("input").Change("6");
        Button(page, "Check").Click();
        Button(page, "Show the answer").Click();
        page.Find("input").Change("4");
        Button(page, "Check").Click();
        Button(page, "Next").Click();
        page.Find("input").Change("1.01");
        Button(page, "Check").Click();
        await DisposeComponentsAsync();

        var again = Open(id);

        Assert.Equal("Question 2 of 2", again.Find("h2").ReadText());
        Assert.Contains("Not yet.", again.Find(".feedback").ReadText(), StringComparison.Ordinal);
        Assert.Equal(["Question 1, right", "Question 2, not right yet"], again.FindAll(".jump").Select(jump => jump.ReadText()));
        Button(again, "Previous").Click();
        Assert.Contains(Question("best-epoch").Explanation, again.Find(".feedback").ReadText(), StringComparison.Ordinal);
        var due = await Services.GetRequiredService<ReviewService>().DueAsync(Student, Ct);
        Assert.Equal(["best-epoch", "work-out-the-gap"], due.Select(task => task.Question.Id).Order());
    }

    [Fact]
    public async Task A_check_after_the_practice_was_finished_elsewhere_shows_the_result()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("4"), Ct);
        var page = Open(id);
        await Attempts.SubmitAsync(Student, id, Ct);

        Button(page, "Check").Click();

        page.WaitForAssertion(
            () => Assert.Contains("already handed in", page.Find(".score .notice").ReadText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_is_shown_on_request_after_a_try()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        var page = Open(id);
        Assert.DoesNotContain("Show the answer", page.Markup, StringComparison.Ordinal);
        Button(page, "Check").Click();
        Assert.Contains("There is no answer yet.", page.Find(".feedback").ReadText(), StringComparison.Ordinal);

        Button(page, "Show the answer").Click();

        Assert.Contains(Question("best-epoch").Explanation, page.Find(".feedback").ReadText(), StringComparison.Ordinal);
        JSInterop.VerifyFocusAsyncInvoke(calledTimes: 1);
    }
}
