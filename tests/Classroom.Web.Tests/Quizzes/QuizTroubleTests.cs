using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>What a student sees when the database is away, an answer does not fit, or the sign-in has ended.</summary>
public sealed class QuizTroubleTests : QuizSchool
{
    [Fact]
    public async Task An_answer_that_could_not_be_saved_stays_and_is_saved_with_the_next_change()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "work-out-the-gap");
        var page = Open(id);
        await RenameAnswersAsync("AttemptAnswers", "Away");
        page.Find("input").Change("4");
        page.WaitForAssertion(() => Assert.Contains("Not saved yet", page.Find(".save-status").ReadText(), StringComparison.Ordinal));
        Assert.Contains("Your answer stays here", page.Find(".trouble").ReadText(), StringComparison.Ordinal);
        Assert.Equal("4", page.Find("input").GetAttribute("value"));

        await RenameAnswersAsync("Away", "AttemptAnswers");
        Button(page, "Next").Click();
        page.Find("input").Change("0.45");

        page.WaitForAssertion(() => Assert.Contains("Saved", page.Find(".save-status").ReadText(), StringComparison.Ordinal));
        Assert.Equal("", page.Find(".trouble").ReadText());
        Assert.Equal(new NumberResponse("4"), await StoredAsync(id, 0));
        Assert.Equal(new NumberResponse("0.45"), await StoredAsync(id, 1));
    }

    [Fact]
    public async Task An_answer_that_is_far_too_long_is_refused_in_words_keeps_the_quiz_open_and_can_be_mended()
    {
        var id = await StartAsync(AttemptMode.Graded, "name-the-loss");
        var page = Open(id);
        page.Find("input").Change(new string('x', 9_000));
        page.WaitForAssertion(() => Assert.Contains(
            "Question 1 is not saved. The answer is too long", page.Find(".trouble").ReadText(), StringComparison.Ordinal));
        Button(page, "Hand in").Click();
        Assert.Empty(page.FindAll(".confirm"));
        Assert.False((await AttemptReader.GetAsync(Student, id, Ct))!.IsSubmitted);

        page.Find("input").Change("validation loss");

        page.WaitForAssertion(() => Assert.Equal("", page.Find(".trouble").ReadText()));
        Assert.Equal(new ShortAnswerResponse("validation loss"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task A_page_whose_database_is_away_says_so_and_opens_on_another_try()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch", "what-helps");
        await RenameAnswersAsync("AttemptAnswers", "Away");
        var page = Open(id);
        page.WaitForAssertion(
            () => Assert.Contains("cannot be opened right now", page.Find("[role=alert]").ReadText(), StringComparison.Ordinal));
        await RenameAnswersAsync("Away", "AttemptAnswers");

        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Question 1 of 2", page.Find("h2").ReadText()));
    }

    [Fact]
    public async Task Someone_who_was_signed_out_meanwhile_is_told_and_nothing_is_stored()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        SignOut();
        page.Find("input").Change("4");

        page.WaitForAssertion(() => Assert.Contains("no longer signed in", page.Find(".trouble").ReadText(), StringComparison.Ordinal));
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
        page.WaitForAssertion(() => Assert.Contains("no longer signed in", page.Find(".trouble").ReadText(), StringComparison.Ordinal));
        Button(page, "Hand in").Click();

        page.WaitForAssertion(() => Assert.Contains("no longer signed in", page.Find(".trouble").ReadText(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".confirm"));
        var stored = (await AttemptReader.GetAsync(Student, id, Ct))!;
        Assert.False(stored.IsSubmitted);
        Assert.Equal(new NumberResponse("4"), stored.Questions[0].Response);
    }
}
