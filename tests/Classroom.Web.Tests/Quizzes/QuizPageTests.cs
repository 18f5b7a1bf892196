using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

public sealed class QuizPageTests : QuizSchool
{
    [Fact]
    public async Task Looking_at_a_quiz_starts_nothing()
    {
        Assert.Equal(["Start practice", "Start graded quiz"], Starts("/quiz/overfitting"));
        Assert.Equal(["Start graded quiz", "Start practice"], Starts("/quiz/overfitting?mode=graded"));
        Assert.Equal(["Start practice", "Start graded quiz"], Starts("/quiz/overfitting?mode=nonsense"));

        Assert.Empty(await AttemptReader.ListAsync(Student, Slug, Ct));
    }

    [Theory]
    [InlineData("Start practice", AttemptMode.Practice)]
    [InlineData("Start graded quiz", AttemptMode.Graded)]
    public async Task Starting_leads_to_the_attempt_and_starting_again_to_the_same(string button, AttemptMode mode)
    {
        var page = Show("/quiz/overfitting");
        page.FindAll("form").Single(form => form.ReadText() == button).Submit();
        page.WaitForAssertion(() => Assert.EndsWith(
            QuizAddress.Attempt(Slug, mode, QuestionLevel.Core),
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal));
        Show("/quiz/overfitting").FindAll("form").Single(form => form.ReadText().Contains("Continue", StringComparison.Ordinal)).Submit();

        var attempt = Assert.Single(await AttemptReader.ListAsync(Student, Slug, Ct));
        Assert.Equal(mode, attempt.Mode);
        Assert.Contains(
            $"Question 1 of {AttemptPlan.UsualCount}",
            Show(QuizAddress.Attempt(Slug, mode, QuestionLevel.Core)).Find("#question-title").ReadText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_begun_is_offered_to_go_on_with()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "what-helps");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("4"), Ct);

        Assert.Equal(["Start practice", "Continue the graded quiz"], Starts("/quiz/overfitting"));
        Assert.Contains("Started: 1 of 2 answered", Show("/quiz/overfitting").Find(".pill").ReadText(), StringComparison.Ordinal);
        Assert.Equal("Question 1 of 2", Show("/quiz/overfitting?mode=graded").Find("#question-title").ReadText());
        Assert.Empty(Show("/quiz/overfitting?mode=practice").FindAll("#question-title"));
    }

    [Theory]
    [InlineData("no-such-term")]
    [InlineData("../overfitting")]
    [InlineData("Overfitting")]
    public void A_term_that_does_not_exist_is_not_found(string slug)
    {
        Assert.True(IsNotFound("/quiz/overfitting", slug));
        Assert.False(IsNotFound("/quiz/overfitting", Slug));
    }

    [Fact]
    public async Task Only_what_can_be_an_attempt_of_this_quiz_is_found()
    {
        var mine = await StartAsync(AttemptMode.Graded, "best-epoch");
        await Attempts.SubmitAsync(Student, mine, Ct);
        Assert.False(IsNotFound($"/quiz/overfitting?attempt={mine}", Slug));

        Assert.True(IsNotFound("/quiz/overfitting?attempt=abc", Slug));
        Assert.True(IsNotFound("/quiz/overfitting?attempt=99999999999999999999", Slug));
        Assert.True(IsNotFound("/quiz/overfitting?attempt=-1", Slug));
        Assert.True(IsNotFound($"/quiz/convolutional-neural-network?attempt={mine}", "convolutional-neural-network"));
    }

    [Fact]
    public async Task Nobody_sees_the_attempt_of_another_student()
    {
        var mine = await StartAsync(AttemptMode.Graded, "best-epoch");
        await Attempts.SubmitAsync(Student, mine, Ct);
        SignIn(await AddAsync("neighbor", Role.Student));

        Assert.True(IsNotFound($"/quiz/overfitting?attempt={mine}", Slug));
    }

    [Fact]
    public async Task Staff_see_the_result_of_a_student_but_cannot_go_on_in_her_place()
    {
        var finished = await StartAsync(AttemptMode.Graded, "best-epoch");
        await Attempts.SaveAnswerAsync(Student, finished, "best-epoch", new NumberResponse("6"), Ct);
        await Attempts.SubmitAsync(Student, finished, Ct);
        var open = await StartAsync(AttemptMode.Graded, "best-epoch");
        SignIn(await AddAsync("head", Role.Admin));

        var page = Show($"/quiz/overfitting?attempt={finished}");

        Assert.Contains("Answer given", page.Find("dl").ReadText(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".score a"));
        Assert.Empty(page.FindAll(".earlier"));
        Assert.True(IsNotFound($"/quiz/overfitting?attempt={open}", Slug));
    }

    [Fact]
    public async Task Earlier_attempts_are_listed_with_the_best_graded_score()
    {
        await FinishAsync(AttemptMode.Graded, "4");
        await FinishAsync(AttemptMode.Graded, "6");
        await FinishAsync(AttemptMode.Practice, "4");
        await StartAsync(AttemptMode.Graded, "best-epoch");

        var earlier = Show("/quiz/overfitting").Find(".earlier");

        Assert.Equal("Best graded score: 100%", earlier.QuerySelector("p")!.ReadText());
        Assert.Equal(["Practice 100%", "Graded 0%", "Graded 100%"], earlier.QuerySelectorAll("tbody tr")
            .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.ReadText()))));
    }

    [Fact]
    public void A_first_visit_says_that_there_is_nothing_yet() =>
        Assert.Contains("None yet.", Show("/quiz/overfitting").Find(".earlier").ReadText(), StringComparison.Ordinal);

    [Fact]
    public async Task The_address_of_an_attempt_that_is_still_open_goes_on_with_it()
    {
        var open = await StartAsync(AttemptMode.Graded, "best-epoch");

        var page = Show($"/quiz/overfitting?attempt={open}");

        Assert.Equal("Question 1 of 1", page.Find("#question-title").ReadText());
        Assert.Contains("Graded:", page.Find("p.muted:has(a[href='/quiz/overfitting'])").ReadText(), StringComparison.Ordinal);
    }

    private IEnumerable<string> Starts(string address) => Show(address).FindAll(".ways button").Select(button => button.ReadText());

    private async Task FinishAsync(AttemptMode mode, string epoch)
    {
        var id = await StartAsync(mode, "best-epoch");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse(epoch), Ct);
        await Attempts.SubmitAsync(Student, id, Ct);
    }

    private bool IsNotFound(string address, string slug)
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        var missing = false;
        void Missing(object? sender, NotFoundEventArgs args) => missing = true;
        navigation.OnNotFound += Missing;
        try
        {
            var page = Show(address, slug);
            return missing && page.FindAll("h1").Count == 0;
        }
        finally
        {
            navigation.OnNotFound -= Missing;
        }
    }
}
