using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>The same attempt on two pages. What is stored past the pages comes from another node.</summary>
public sealed class QuizTwoTabsTests : QuizSchool
{
    [Fact]
    public async Task What_is_answered_in_one_tab_shows_in_the_other_at_once()
    {
        var id = await StartAsync(AttemptMode.Graded, "memorised-answers", "best-epoch");
        var (first, second) = (Open(id), Open(id));

        first.FindAll("input[type=radio]")[2].Change("on");
        second.WaitForAssertion(() => Assert.Equal(
            ["false", "false", "true", "false"], second.FindAll("input[type=radio]").Select(radio => radio.GetAttribute("data-kept"))));
        Button(second, "Next").Click();
        second.WaitForElement("input[type=text]").Input("4");

        first.WaitForAssertion(() => Assert.Equal(
            ["Question 1, answered", "Question 2, answered"], first.FindAll(".jump").Select(jump => jump.ReadText())));
        Button(first, "Next").Click();
        Assert.Equal("4", first.WaitForElement("input[type=text]").GetAttribute("value"));
    }

    [Fact]
    public async Task The_later_answer_counts_and_both_tabs_show_it()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var (first, second) = (Open(id), Open(id));

        first.Find("input").Change("4");
        AssertShown("4", second);
        second.Find("input").Change("6");
        AssertShown("6", first);
        first.Find("input").Change("5");
        AssertShown("5", second);

        Assert.Equal(new NumberResponse("5"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task Whatever_order_answers_come_in_both_tabs_end_up_with_what_is_stored()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var pages = new[] { Open(id), Open(id) };
        var random = new Random(7);

        for (var answer = 0; answer < 60; answer++)
        {
            var input = pages[random.Next(2)].Find("input");
            if (random.Next(2) == 0)
            {
                input.Input($"{answer}");
            }
            else
            {
                input.Change($"{answer}");
            }

            await Task.Delay(random.Next(4), Ct);
        }

        pages[0].WaitForState(() => pages.All(page => page.Find(".question").GetAttribute("data-saved") == "true"));
        var stored = ((NumberResponse)(await StoredAsync(id, 0))!).Text;
        AssertShown(stored, pages[0]);
        AssertShown(stored, pages[1]);
    }

    [Fact]
    public async Task An_answer_that_is_only_on_this_screen_stays_and_counts_as_it_is_stored_later()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "work-out-the-gap");
        var clock = new HeldClock();
        var session = await OpenSessionAsync(clock);
        var typing = session.TypeAsync(0, new NumberResponse("4"));
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("6"), Ct);
        await Attempts.SaveAnswerAsync(Student, id, "work-out-the-gap", new NumberResponse("0.45"), Ct);

        await session.CatchUpAsync();
        Assert.Equal((new NumberResponse("4"), new NumberResponse("0.45")), (session.ResponseAt(0), session.ResponseAt(1)));
        clock.Advance(AttemptSession.TypingPause);
        await typing.WaitAsync(Ct);

        Assert.Equal(new NumberResponse("4"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task What_is_answered_here_while_it_is_read_what_is_stored_is_not_undone_by_it()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var session = await OpenSessionAsync(new HeldClock());
        await session.AnswerAsync(0, new NumberResponse("4"));
        Gate.CloseToReads();
        var reading = session.CatchUpAsync();
        await session.AnswerAsync(0, new NumberResponse("6")).WaitAsync(Ct);
        Assert.False(reading.IsCompleted);

        Gate.Open();
        await reading.WaitAsync(Ct);

        Assert.Equal(new NumberResponse("6"), session.ResponseAt(0));
        Assert.Equal(new NumberResponse("6"), await StoredAsync(id, 0));
    }

    [Fact]
    public async Task The_hand_in_warning_counts_what_is_stored_and_not_what_this_tab_believes()
    {
        var id = await StartAsync(AttemptMode.Graded, "lower-training-loss", "best-epoch", "work-out-the-gap");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("4"), Ct);
        var page = Open(id);
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", null, Ct);
        await Attempts.SaveAnswerAsync(Student, id, "work-out-the-gap", new NumberResponse("0.45"), Ct);
        page.FindAll("input")[0].Change("on");

        Button(page, "Hand in").Click();

        page.WaitForAssertion(
            () => Assert.Matches(@"1 question is not fully answered yet:\s+number 2\.", page.Find(".confirm p").ReadText()));
    }

    [Fact]
    public async Task While_the_warning_is_open_it_follows_what_the_other_tab_stores()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var (first, second) = (Open(id), Open(id));
        Button(first, "Hand in").Click();
        first.WaitForAssertion(
            () => Assert.StartsWith("Nothing is answered yet.", first.Find(".confirm p").ReadText(), StringComparison.Ordinal));

        second.Find("input").Change("4");

        first.WaitForAssertion(
            () => Assert.Matches(@"1 question is not fully answered yet:\s+number 2\.", first.Find(".confirm p").ReadText()));
    }

    [Fact]
    public async Task Somebody_who_comes_back_to_a_tab_sees_what_was_stored_through_another_node()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var page = Open(id);
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("6"), Ct);
        Assert.Equal("", page.Find("input").GetAttribute("value"));

        await page.InvokeAsync(page.Instance.CatchUpAsync);
        AssertShown("6", page);
        await Attempts.SubmitAsync(Student, id, Ct);
        await page.InvokeAsync(page.Instance.CatchUpAsync);

        page.WaitForAssertion(() => Assert.Equal("0%", page.Find(".percent").ReadText()));
        Assert.Empty(page.FindAll(".notice-warn"));
    }

    [Fact]
    public async Task A_check_in_one_tab_shows_in_the_other_until_either_changes_the_answer()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        var (first, second) = (Open(id), Open(id));
        first.Find("input").Change("6");
        Button(first, "Check").Click();
        second.WaitForAssertion(() => Assert.Contains("Not yet.", second.Find(".feedback").ReadText(), StringComparison.Ordinal));

        second.Find("input").Change("4");
        first.WaitForAssertion(() => Assert.Equal("", first.Find(".feedback").ReadText()));
        Button(second, "Check").Click();

        first.WaitForAssertion(() => Assert.Contains("Right!", first.Find(".feedback").ReadText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_stored_before_another_tab_handed_in_is_told_not_to_count()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var session = await OpenSessionAsync(new HeldClock());
        _ = session.TypeAsync(0, new NumberResponse("4"));
        await Attempts.SubmitAsync(Student, id, Ct);

        await session.CatchUpAsync();

        Assert.True(session.WasLate && session.Attempt.IsSubmitted);
    }

    [Fact]
    public void A_page_hears_of_the_others_of_its_attempt_as_long_as_it_is_open()
    {
        var feed = new AttemptFeed();
        var heard = new List<string>();
        var mine = feed.Open(1, () => heard.Add("mine"));
        using var other = feed.Open(1, () => heard.Add("other"));
        using var stranger = feed.Open(2, () => heard.Add("stranger"));

        mine.Tell();
        other.Tell();
        stranger.Tell();
        mine.Dispose();
        mine.Dispose();
        other.Tell();

        Assert.Equal(["other", "mine"], heard);
    }

    private async Task<AttemptSession> OpenSessionAsync(HeldClock clock) => new(
        Attempts,
        AttemptReader,
        new ActionGuard(Services.GetRequiredService<CurrentActor>(), NullLogger.Instance),
        clock,
        (await Starter.StartOrResumeAsync(Student, Slug, AttemptMode.Graded, QuestionLevel.Core, Ct)).Value!);

    private static void AssertShown(string text, IRenderedComponent<QuizAttempt> page) =>
        page.WaitForAssertion(() => Assert.Equal(text, page.Find("input").GetAttribute("value")));
}
