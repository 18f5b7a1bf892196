using Bunit;
using Bunit.TestDoubles;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.Web.Features.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>What the result of a quiz gives away, and when.</summary>
public sealed class QuizRightAnswersTests : QuizSchool
{
    [Fact]
    public async Task While_another_attempt_counts_the_result_of_a_graded_quiz_tells_what_was_right_but_not_the_right_answer()
    {
        await AssignAsync(DateTime.UtcNow.AddDays(2));
        var id = await HandInAsync(AttemptMode.Graded);

        var page = Show(id);

        var items = page.FindAll(".answers > li");
        Assert.Equal(["Not right", "Right"], items.Select(item => item.QuerySelector(".pill")!.ReadText()));
        Assert.Equal(["Your answer"], items[0].QuerySelectorAll("dt").Select(term => term.ReadText()));
        Assert.DoesNotContain("Epoch 6 has the lowest training loss.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Question("best-epoch").Explanation, page.Markup, StringComparison.Ordinal);
        Assert.Contains(Question("lower-training-loss").Explanation, items[1].ReadText(), StringComparison.Ordinal);
        Assert.Contains(
            "The right answers are shown here after ",
            page.Find(".score").ReadText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_on_which_a_quiz_is_handed_in_tells_no_more_than_its_result()
    {
        await AssignAsync(DateTime.UtcNow.AddDays(2));
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("6"), Ct);
        var page = Open(id);
        page.FindAll("button").Single(button => button.ReadText() == "Hand in").Click();
        page.FindAll("button").Single(button => button.ReadText() == "Yes, hand in").Click();

        page.WaitForAssertion(() => Assert.Equal("0%", page.Find(".percent").ReadText()));
        Assert.DoesNotContain(Question("best-epoch").Explanation, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Right answer", page.Find(".answers").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_due_date_the_result_shows_the_right_answers()
    {
        await AssignAsync(DateTime.UtcNow.AddMinutes(-1));

        var page = Show(await HandInAsync(AttemptMode.Graded));

        Assert.Equal(
            ["Your answer", "Right answer", "Why"], page.Find(".answers > li").QuerySelectorAll("dt").Select(term => term.ReadText()));
    }

    [Fact]
    public async Task Practice_shows_the_right_answers_at_once()
    {
        await AssignAsync(DateTime.UtcNow.AddDays(2));

        var page = Show(await HandInAsync(AttemptMode.Practice));

        Assert.Contains("Right answer", page.Find(".answers").ReadText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_empty_hand_in_means_is_told_before_and_after()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "lower-training-loss");
        var page = Open(id);
        page.FindAll("button").Single(button => button.ReadText() == "Hand in").Click();
        Assert.Equal(
            "Nothing is answered yet. An attempt without a single answer earns no score. Where your teacher limits the attempts, it still uses one.",
            page.Find(".confirm p").ReadText());
        page.FindAll("button").Single(button => button.ReadText() == "Yes, hand in").Click();

        page.WaitForAssertion(
            () => Assert.Equal(
                "Nothing was answered, so this attempt earns no score. Where your teacher limits the attempts, it still uses one.",
                page.Find(".score .notice").ReadText()));
        var list = Show(id).Find(".earlier");
        Assert.DoesNotContain("Best graded score", list.ReadText(), StringComparison.Ordinal);
        Assert.Equal("Nothing answered", list.QuerySelector("tbody .number")!.ReadText());
    }

    private async Task AssignAsync(DateTime dueUtc)
    {
        var assigned = new SchoolClass { Name = "7b", JoinCode = "ABC234", CreatedUtc = DateTime.UnixEpoch };
        assigned.Enrolments.Add(new Enrolment { UserId = Student.UserId, JoinedUtc = DateTime.UnixEpoch });
        await using var db = await OpenDatabaseAsync();
        db.Assignments.Add(new Assignment { Class = assigned, Slug = Slug, DueUtc = dueUtc, CreatedUtc = DateTime.UnixEpoch });
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>The first answer wrong, the second right.</summary>
    private async Task<int> HandInAsync(AttemptMode mode)
    {
        var id = await StartAsync(mode, "best-epoch", "lower-training-loss");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("6"), Ct);
        await Attempts.SaveAnswerAsync(
            Student, id, "lower-training-loss", new TrueFalseResponse(((TrueFalseQuestion)Question("lower-training-loss")).Answer), Ct);
        await Attempts.SubmitAsync(Student, id, Ct);
        return id;
    }

    private IRenderedComponent<QuizPage> Show(int attemptId)
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/quiz/{Slug}?attempt={attemptId}");
        return Render<QuizPage>(parameters => parameters.Add(page => page.Slug, Slug));
    }
}
