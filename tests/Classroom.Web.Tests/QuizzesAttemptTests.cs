using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Review;
using Classroom.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests;

public sealed class QuizzesAttemptTests : QuizzesSchool
{
    [Fact]
    public async Task An_answer_is_still_there_when_the_page_is_opened_again()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var page = Open(id);
        page.Find("input").Change("4");
        page.WaitForAssertion(() => Assert.Equal("Saved", page.Find(".save-status").TextContent.Trim()));
        await DisposeComponentsAsync();

        var again = Open(id);
        again.WaitForAssertion(() => Assert.Equal("Question 1 of 2", again.Find("h2").TextContent));
        Assert.Equal("4", again.Find("input").GetAttribute("value"));
        Assert.Equal(new NumberResponse("4"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task A_second_page_goes_on_at_the_question_that_was_last_in_view()
    {
        var id = await StartAsync(AttemptMode.Practice, "lower-training-loss", "best-epoch", "work-out-the-gap");
        var first = Open(id);
        first.FindAll("input[type=radio]")[1].Change("on");
        first.WaitForAssertion(() => Assert.Contains("Saved", first.Find(".save-status").TextContent, StringComparison.Ordinal));
        first.FindAll(".jump")[2].Click();

        var second = Open(id);

        second.WaitForAssertion(() => Assert.Equal("Question 3 of 3", second.Find("h2").TextContent));
        Assert.Equal(
            ["Question 1, answered", "Question 2, not answered", "Question 3, not answered"],
            second.FindAll(".jump").Select(jump => jump.TextContent.Trim()));
    }

    [Fact]
    public async Task Handing_in_in_one_tab_shows_the_result_in_the_other_too()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var first = Open(id);
        var second = Open(id);
        first.Find("input").Change("4");
        first.WaitForAssertion(() => Assert.Contains("Saved", first.Find(".save-status").TextContent, StringComparison.Ordinal));

        HandIn(first);

        first.WaitForAssertion(() => Assert.Equal("100%", first.Find(".percent").TextContent));
        second.WaitForAssertion(() => Assert.Equal("100%", second.Find(".percent").TextContent));
        var attempt = Assert.Single(await Attempts.ListAsync(Student, Slug, Ct));
        Assert.Equal((id, 1.0), (attempt.Id, attempt.Score));
    }

    [Fact]
    public async Task The_second_half_of_a_double_click_does_not_confirm()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        Button(page, "Hand in").Click(new MouseEventArgs { Detail = 1 });
        Button(page, "Yes, hand in").Click(new MouseEventArgs { Detail = 2 });

        Assert.False((await Attempts.GetAsync(Student, id, Ct))!.IsSubmitted);
    }

    [Fact]
    public async Task Handing_in_asks_first_and_names_what_is_not_answered()
    {
        var id = await StartAsync(AttemptMode.Graded, "lower-training-loss", "best-epoch", "work-out-the-gap");
        var page = Open(id);
        page.FindAll("input")[0].Change("on");
        Button(page, "Hand in").Click();

        Assert.Matches(@"2 questions are not fully answered yet:\s+numbers 2, 3\.", page.Find(".confirm p").TextContent);
        Button(page, "Keep working").Click();
        Assert.Empty(page.FindAll(".confirm"));
        Assert.Null((await Attempts.ListAsync(Student, Slug, Ct)).Single().SubmittedUtc);
    }

    [Fact]
    public async Task Handing_in_names_what_cannot_be_read_as_a_number()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var page = Open(id);
        page.Find("input").Change("four");
        Button(page, "Hand in").Click();

        Assert.StartsWith("Nothing is answered yet.", page.FindAll(".confirm p")[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("What you typed for question 1 cannot be read as a number.", page.FindAll(".confirm p")[1].TextContent.Trim(), StringComparison.Ordinal);
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
            page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".save-status").TextContent, StringComparison.Ordinal));

            Assert.DoesNotContain("Check", page.FindAll("button").Select(button => button.TextContent));
            Assert.DoesNotContain(question.Explanation, page.Markup, StringComparison.Ordinal);
            Assert.All(question.Choices, choice => Assert.DoesNotContain(choice.Feedback ?? "Not right", page.Markup, StringComparison.Ordinal));
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

        page.WaitForAssertion(() => Assert.Equal("33%", page.Find(".percent").TextContent));
        var items = page.FindAll(".answers > li");
        Assert.Equal(["Not right", "Right", "Not answered"], items.Select(item => item.QuerySelector(".pill")!.TextContent.Trim()));
        Assert.Contains("Epoch 6 has the lowest training loss.", items[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(["6", "4"], items[0].QuerySelectorAll("dd:not(.mistake)").Take(2).Select(line => line.TextContent.Trim()));
        Assert.Contains(Question("best-epoch").Explanation, items[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Right answer", items[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["/quiz/overfitting?mode=graded", "/glossary/overfitting", "/lab/overfitting"], page.FindAll(".score .row-wrap a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_result_has_an_address_where_a_reload_finds_it()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        var page = Open(id);
        Button(page, "Finish").Click();
        Button(page, "Yes, finish").Click();

        page.WaitForAssertion(() => Assert.EndsWith($"/quiz/overfitting?attempt={id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_after_handing_in_elsewhere_is_refused_and_the_result_shown()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        page.Find("input").Change("6");
        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".save-status").TextContent, StringComparison.Ordinal));
        await Attempts.SubmitAsync(Student, id, Ct);

        page.Find("input").Change("4");

        page.WaitForAssertion(() => Assert.Contains("already handed in", page.Find(".score .notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("0%", page.Find(".percent").TextContent);
        Assert.Equal(new NumberResponse("6"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task Practice_names_the_mistake_lets_try_again_and_explains_once_right()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch", "lower-training-loss");
        var explanation = Question("best-epoch").Explanation;
        var page = Open(id);
        page.Find("input").Change("6");
        Button(page, "Check").Click();
        Assert.Contains("Epoch 6 has the lowest training loss.", page.Find(".feedback").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(explanation, page.Markup, StringComparison.Ordinal);

        page.Find("input").Change("4");
        Assert.DoesNotContain("Epoch 6 has", page.Markup, StringComparison.Ordinal);
        Button(page, "Check").Click();

        Assert.Contains(explanation, page.Find(".feedback").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Question 1, right", page.Find(".jump").TextContent.Trim(), StringComparison.Ordinal);
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

        Assert.Equal("Question 2 of 2", again.Find("h2").TextContent);
        Assert.Contains("Not yet.", again.Find(".feedback").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Question 1, right", "Question 2, not right yet"], again.FindAll(".jump").Select(jump => jump.TextContent.Trim()));
        Button(again, "Previous").Click();
        Assert.Contains(Question("best-epoch").Explanation, again.Find(".feedback").TextContent, StringComparison.Ordinal);
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

        page.WaitForAssertion(() => Assert.Contains("already handed in", page.Find(".score .notice").TextContent, StringComparison.Ordinal));
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
        Assert.Equal(($"{id}", "lower-training-loss"), (page.Find(".question").GetAttribute("data-attempt"), page.Find(".question").GetAttribute("data-question")));
    }

    [Fact]
    public async Task The_answer_is_shown_on_request_after_a_try()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        var page = Open(id);
        Assert.DoesNotContain("Show the answer", page.Markup, StringComparison.Ordinal);
        Button(page, "Check").Click();
        Assert.Contains("There is no answer yet.", page.Find(".feedback").TextContent, StringComparison.Ordinal);

        Button(page, "Show the answer").Click();

        Assert.Contains(Question("best-epoch").Explanation, page.Find(".feedback").TextContent, StringComparison.Ordinal);
        JSInterop.VerifyFocusAsyncInvoke(calledTimes: 1);
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

        Assert.Equal("Question 3 of 3", page.Find("h2").TextContent);
        JSInterop.VerifyInvoke("focusUnlessTyping", calledTimes: 2);
        Assert.Equal("step", page.FindAll(".jump")[2].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task An_answer_that_could_not_be_saved_stays_and_is_saved_with_the_next_change()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "work-out-the-gap");
        var page = Open(id);
        await RenameAnswersAsync("AttemptAnswers", "Away");
        page.Find("input").Change("4");
        page.WaitForAssertion(() => Assert.Contains("Not saved yet", page.Find(".save-status").TextContent, StringComparison.Ordinal));
        Assert.Contains("Your answer stays here", page.Find(".trouble").TextContent, StringComparison.Ordinal);
        Assert.Equal("4", page.Find("input").GetAttribute("value"));

        await RenameAnswersAsync("Away", "AttemptAnswers");
        Button(page, "Next").Click();
        page.Find("input").Change("0.45");

        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".save-status").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find(".trouble").TextContent.Trim());
        Assert.Equal(new NumberResponse("4"), await StoredAsync(id, 0));
        Assert.Equal(new NumberResponse("0.45"), await StoredAsync(id, 1));
    }

    [Fact]
    public async Task What_is_not_saved_is_not_handed_in()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        await RenameAnswersAsync("AttemptAnswers", "Away");
        page.Find("input").Change("4");
        Button(page, "Hand in").Click();
        page.WaitForAssertion(() => Assert.Contains("cannot reach its records", page.Find(".trouble").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".confirm"));
        await RenameAnswersAsync("Away", "AttemptAnswers");
        Assert.False((await Attempts.GetAsync(Student, id, Ct))!.IsSubmitted);

        HandIn(page);

        page.WaitForAssertion(() => Assert.Equal("100%", page.Find(".percent").TextContent));
    }

    [Fact]
    public async Task An_answer_that_is_far_too_long_is_refused_in_words_keeps_the_quiz_open_and_can_be_mended()
    {
        var id = await StartAsync(AttemptMode.Graded, "name-the-loss");
        var page = Open(id);
        page.Find("input").Change(new string('x', 9_000));
        page.WaitForAssertion(() => Assert.Contains("Question 1 is not saved. The answer is too long", page.Find(".trouble").TextContent, StringComparison.Ordinal));
        Button(page, "Hand in").Click();
        Assert.Empty(page.FindAll(".confirm"));
        Assert.False((await Attempts.GetAsync(Student, id, Ct))!.IsSubmitted);

        page.Find("input").Change("validation loss");

        page.WaitForAssertion(() => Assert.Equal("", page.Find(".trouble").TextContent.Trim()));
        Assert.Equal(new ShortAnswerResponse("validation loss"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task A_page_whose_database_is_away_says_so_and_opens_on_another_try()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch", "what-helps");
        await RenameAnswersAsync("AttemptAnswers", "Away");
        var page = Open(id);
        page.WaitForAssertion(() => Assert.Contains("cannot be opened right now", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await RenameAnswersAsync("Away", "AttemptAnswers");

        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Question 1 of 2", page.Find("h2").TextContent));
    }

    [Fact]
    public async Task Someone_who_was_signed_out_meanwhile_is_told_and_nothing_is_stored()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        SignOut();
        page.Find("input").Change("4");

        page.WaitForAssertion(() => Assert.Contains("no longer signed in", page.Find(".trouble").TextContent, StringComparison.Ordinal));
        Assert.Null(await StoredAsync(id, 0));
    }

    [Fact]
    public async Task A_stale_tab_can_neither_answer_nor_hand_in_after_its_sign_in_has_ended()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        page.Find("input").Change("4");
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("section.question").GetAttribute("data-saved")));
        await EndSignInAsync();

        page.Find("input").Change("5");
        page.WaitForAssertion(() => Assert.Contains("no longer signed in", page.Find(".trouble").TextContent, StringComparison.Ordinal));
        Button(page, "Hand in").Click();

        page.WaitForAssertion(() => Assert.Contains("no longer signed in", page.Find(".trouble").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".confirm"));
        var stored = (await Attempts.GetAsync(Student, id, Ct))!;
        Assert.False(stored.IsSubmitted);
        Assert.Equal(new NumberResponse("4"), stored.Questions[0].Response);
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
        Assert.Equal("Hand in", page.Find(".end").TextContent);
    }

    [Fact]
    public async Task The_attempt_of_another_student_does_not_open()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        SignIn(await AddAsync("head", Role.Admin));

        var page = Open(id);

        page.WaitForAssertion(() => Assert.Contains("no longer there", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".question"));
    }

    [Fact]
    public async Task What_is_prerendered_can_be_read_but_not_clicked()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var id = await StartAsync(AttemptMode.Graded, "memorised-answers", "best-epoch");
        var page = Open(id);

        Assert.Contains(Question("memorised-answers").PromptText, page.Find(".prompt").TextContent, StringComparison.Ordinal);
        Assert.All(page.FindAll("input, button"), control => Assert.True(control.HasAttribute("disabled")));
    }

    private static void HandIn(IRenderedComponent<QuizAttempt> page)
    {
        Button(page, "Hand in").Click();
        page.WaitForElement(".confirm .btn-primary").Click();
    }
}
