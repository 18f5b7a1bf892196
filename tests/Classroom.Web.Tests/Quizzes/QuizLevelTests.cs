using Bunit;
using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.Web.Features.Lessons;
using Classroom.Web.Features.Quizzes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>A quiz asks what the reader has read: the level goes along from the lesson to the attempt and to the next one.</summary>
public sealed class QuizLevelTests : QuizSchool
{
    private static readonly string[] Levels = ["Core grades 5–8", "Deep grades 9–12"];

    private Term Term => Services.GetRequiredService<Curriculum.Curriculum>().Find(Slug)!;

    [Theory]
    [InlineData(QuestionLevel.Core, "/quiz/overfitting")]
    [InlineData(QuestionLevel.Deep, "/quiz/overfitting?level=deep")]
    public async Task The_lesson_leads_to_a_quiz_of_its_level(QuestionLevel level, string address)
    {
        await Services.GetRequiredService<ReadingService>().MarkReadAsync(Student, Slug, Ct);

        var end = Render<LessonEnd>(parameters => parameters.Add(part => part.Term, Term).Add(part => part.Level, level));

        Assert.Equal(address, end.Find("a.btn-primary").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/quiz/overfitting", 0, "picked for you from 15.")]
    [InlineData("/quiz/overfitting?level=nonsense", 0, "picked for you from 15.")]
    [InlineData("/quiz/overfitting?level=deep", 1, "picked for you from 16.")]
    [InlineData("/quiz/overfitting?mode=graded&level=deep", 1, "picked for you from 16.")]
    public void The_start_page_says_which_level_is_drawn_and_leads_to_the_other(string address, int current, string says)
    {
        var page = Show(address);
        var tabs = page.FindAll("nav .tabs a");

        Assert.Equal(Levels, tabs.Select(tab => tab.ReadText()));
        Assert.Equal([current], Enumerable.Range(0, 2).Where(index => tabs[index].HasAttribute("aria-current")));
        Assert.Contains(says, page.Markup, StringComparison.Ordinal);
        Assert.Equal(
            address.Contains("graded", StringComparison.Ordinal)
                ? ["/quiz/overfitting?mode=graded", "/quiz/overfitting?mode=graded&level=deep"]
                : ["/quiz/overfitting", "/quiz/overfitting?level=deep"],
            tabs.Select(tab => tab.GetAttribute("href")));
    }

    [Fact]
    public async Task A_deep_attempt_leads_to_a_deep_result_and_to_another_deep_attempt()
    {
        var page = Show("/quiz/overfitting?level=deep");
        page.FindAll("form")[0].Submit();
        page.WaitForAssertion(() => Assert.EndsWith("/quiz/overfitting?mode=practice&level=deep", Uri, StringComparison.Ordinal));
        var id = Assert.Single(await AttemptReader.ListAsync(Student, Slug, Ct)).Id;

        var attempt = Render<QuizAttempt>(
            parameters => parameters.Add(part => part.AttemptId, id).Add(part => part.Level, QuestionLevel.Deep));
        Button(attempt, "Finish").Click();
        Button(attempt, "Yes, finish").Click();
        attempt.WaitForAssertion(() => Assert.EndsWith($"/quiz/overfitting?attempt={id}&level=deep", Uri, StringComparison.Ordinal));

        var result = Show($"/quiz/overfitting?attempt={id}&level=deep");
        Assert.Equal(
            ["/quiz/overfitting?mode=practice&level=deep", "/glossary/overfitting?level=deep"],
            result.FindAll(".score .row-wrap a").Take(2).Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Choosing_another_level_leaves_alone_what_was_begun()
    {
        await StartAsync(AttemptMode.Practice, "best-epoch", "what-helps");

        var page = Show("/quiz/overfitting?level=deep");

        Assert.Contains("A quiz that you have already started keeps its questions.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(
            ["/quiz/overfitting", "/quiz/overfitting?level=deep"], page.FindAll("nav .tabs a").Select(tab => tab.GetAttribute("href")));
        Assert.Contains("Continue practice", page.Markup, StringComparison.Ordinal);
    }

    private string Uri => Services.GetRequiredService<NavigationManager>().Uri;
}
