using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>An attempt as a student opens it, moves through it and comes back to it.</summary>
public sealed class QuizAttemptTests : QuizSchool
{
    [Fact]
    public async Task An_answer_is_still_there_when_the_page_is_opened_again()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var page = Open(id);
        page.Find("input").Change("4");
        page.WaitForAssertion(() => Assert.Equal("Saved", page.Find(".save-status").ReadText()));
        await DisposeComponentsAsync();

        var again = Open(id);
        again.WaitForAssertion(() => Assert.Equal("Question 1 of 2", again.Find("h2").ReadText()));
        Assert.Equal("4", again.Find("input").GetAttribute("value"));
        Assert.Equal(new NumberResponse("4"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task A_second_page_goes_on_at_the_question_that_was_last_in_view()
    {
        var id = await StartAsync(AttemptMode.Practice, "lower-training-loss", "best-epoch", "work-out-the-gap");
        var first = Open(id);
        first.FindAll("input[type=radio]")[1].Change("on");
        first.WaitForAssertion(() => Assert.Contains("Saved", first.Find(".save-status").ReadText(), StringComparison.Ordinal));
        first.FindAll(".jump")[2].Click();

        var second = Open(id);

        second.WaitForAssertion(() => Assert.Equal("Question 3 of 3", second.Find("h2").ReadText()));
        Assert.Equal(
            ["Question 1, answered", "Question 2, not answered", "Question 3, not answered"],
            second.FindAll(".jump").Select(jump => jump.ReadText()));
    }

    [Fact]
    public async Task Each_control_tells_what_the_server_has_of_it_and_the_question_whether_it_is_stored()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var page = Open(id);
        page.Find("input").Input(" 4");
        Assert.Equal((" 4", "false"), (page.Find("input").GetAttribute("data-kept"), page.Find(".question").GetAttribute("data-saved")));

        page.Find("input").Change(" 4");
        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".question").GetAttribute("data-saved")));
        Button(page, "Next").Click();
        page.FindAll("input")[1].Change("on");

        Assert.Equal(["false", "true"], page.FindAll("input").Select(input => input.GetAttribute("data-kept")));
        Assert.Equal(
            ($"{id}", "lower-training-loss"),
            (page.Find(".question").GetAttribute("data-attempt"), page.Find(".question").GetAttribute("data-question")));
    }

    [Fact]
    public async Task The_focus_begins_on_the_question_and_goes_on_to_the_next()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss", "what-helps");
        var page = Open(id);
        JSInterop.VerifyInvoke("focusIfLost", calledTimes: 1);
        Button(page, "Next").Click();
        JSInterop.VerifyInvoke("focusUnlessTyping", calledTimes: 1);
        page.FindAll(".jump")[2].Click();

        Assert.Equal("Question 3 of 3", page.Find("h2").ReadText());
        JSInterop.VerifyInvoke("focusUnlessTyping", calledTimes: 2);
        Assert.Equal("step", page.FindAll(".jump")[2].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Practice_and_graded_are_two_attempts()
    {
        var practice = await StartAsync(AttemptMode.Practice, "best-epoch");
        var graded = await StartAsync(AttemptMode.Graded, "lower-training-loss");
        var page = Open(practice);
        page.Find("input[type=text]").Change("4");

        page.Render(parameters => parameters.Add(attempt => attempt.AttemptId, graded));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("input[type=radio]").Count));
        Assert.Equal("Hand in", page.Find(".end").ReadText());
    }

    [Fact]
    public async Task The_attempt_of_another_student_does_not_open()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        SignIn(await AddAsync("head", Role.Admin));

        var page = Open(id);

        page.WaitForAssertion(() => Assert.Contains("no longer there", page.Find("[role=alert]").ReadText(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".question"));
    }

    [Fact]
    public async Task What_is_prerendered_can_be_read_but_not_clicked()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var id = await StartAsync(AttemptMode.Graded, "memorised-answers", "best-epoch");
        var page = Open(id);

        Assert.Contains(Question("memorised-answers").PromptText, page.Find(".prompt").ReadText(), StringComparison.Ordinal);
        Assert.All(page.FindAll("input, button"), control => Assert.True(control.HasAttribute("disabled")));
    }
}
