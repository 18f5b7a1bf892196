using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.ItemAnalysis;
using Classroom.School.People;
using Classroom.Web.Features.ItemAnalysis;

namespace Classroom.Web.Tests.Pages;

/// <summary>How questions worked, as a teacher sees it.</summary>
public sealed class SchoolItemsPageTests(ClassroomHost host)
{
    private const string Slug = "overfitting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_assignment_or_an_attempt_the_page_says_what_to_do()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        Assert.Contains("Assign a lesson", (await teacher.OpenAsync($"{scene.Address}/items")).Text);

        var assigned = await AssignAsync(scene);

        Assert.Contains("See how far they are", (await teacher.OpenAsync($"{scene.Address}/items")).Text);
        var links = (await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}")).Html.QuerySelectorAll("a[href]");
        Assert.Contains($"{scene.Address}/items?of={assigned.Id}", links.Select(link => link.GetAttribute("href")));
        links = (await teacher.OpenAsync($"{scene.Address}/progress")).Html.QuerySelectorAll("a[href]");
        Assert.Contains($"{scene.Address}/items", links.Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Questions_show_their_figures_their_answers_and_what_is_worth_a_look()
    {
        var scene = await SchoolScene.NewAsync(host);
        await AssignAsync(scene);
        var attempt = await HandInAsync(new Actor(scene.Maria.Person.Id, Role.Student));
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var page = await teacher.OpenAsync($"{scene.Address}/items?attempts=all&sort=-attempts");

        var rows = page.Html.QuerySelectorAll("tbody tr");
        Assert.Equal(attempt.Questions.Count, rows.Length);
        Assert.All(rows, row => Assert.Contains("Few attempts (n = 1): figures are rough.", row.ReadText()));
        Assert.Contains("<script>alert(1)</script>", page.Text);
        Assert.Null(page.Html.QuerySelector("tbody script"));
        Assert.Equal("descending", page.Html.QuerySelectorAll("th[aria-sort]").Single().GetAttribute("aria-sort"));
        Assert.Equal(
            $"{scene.Address}/items?attempts=all&sort=attempts",
            page.Html.QuerySelectorAll("a.sort").Single(link => link.ReadText().StartsWith("Attempts", StringComparison.Ordinal))
                .GetAttribute("href"));
        Assert.Equal("-attempts", page.Html.QuerySelector("form input[name=sort]")!.GetAttribute("value"));
        Assert.Contains("This does not show that the experiment is the cause", page.Text);
        Assert.Contains("Nobody had finished the experiment before handing in.", page.Text);
    }

    [Fact]
    public async Task Another_teacher_and_a_student_find_no_such_page_and_an_assignment_of_another_class_neither()
    {
        var (scene, other) = (await SchoolScene.NewAsync(host), await SchoolScene.NewAsync(host));
        var elsewhere = await AssignAsync(other);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var stranger = await other.SignInAsync(other.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);

        Assert.Equal(200, (await teacher.OpenAsync($"{scene.Address}/items?of=nothing&attempts=7&sort=--x")).Status);
        Assert.Equal(404, (await teacher.OpenAsync($"{scene.Address}/items?of={elsewhere.Id}")).Status);
        Assert.Equal(404, (await stranger.OpenAsync($"{scene.Address}/items")).Status);
        Assert.NotEqual(200, (await maria.OpenAsync($"{scene.Address}/items")).Status);
    }

    [Fact]
    public void An_address_says_what_is_shown_and_is_short_where_that_is_as_usual()
    {
        var usual = ItemsAddress.Parse(null, null, null);
        Assert.Equal((new ItemFilter(), ItemColumn.Question, false), (usual.Filter, usual.Column, usual.Descending));
        Assert.Equal("/classes/7/items?sort=facility", usual.SortedBy(7, ItemColumn.Facility));
        Assert.Equal("/classes/7/items?sort=-question", usual.SortedBy(7, ItemColumn.Question));
        var other = ItemsAddress.Parse("12", "BEST", "-facility");
        Assert.Equal(new ItemFilter { AssignmentId = 12, Attempts = AttemptChoice.Best }, other.Filter);
        Assert.Equal("/classes/7/items?of=12&attempts=best&sort=facility", other.SortedBy(7, ItemColumn.Facility));
        Assert.Equal("/classes/7/items?of=12&attempts=best", other.SortedBy(7, ItemColumn.Question));
        Assert.True(ItemsAddress.Parse("mine", null, null).Filter.AllMyClasses);
        Assert.Equal(default, ItemsAddress.Parse("1 or 1", "2", "3").Filter.AssignmentId);
    }

    [Fact]
    public void Questions_are_sorted_by_a_figure_and_those_without_come_last_either_way()
    {
        AnalyzedItem[] items = [Item("a", 0, 1), Item("b", 1, 1), Item("c", 1, 1, 0), Item("d")];
        Assert.Equal("acbd", Ids("facility", items));
        Assert.Equal("bcad", Ids("-facility", items));
        Assert.Equal("abcd", Ids("question", items));
        Assert.Equal("dcba", Ids("-question", items));
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.4, "0%")]
    [InlineData(-0.4, "0%")]
    [InlineData(-12.6, "−13%")]
    [InlineData(99.7, "99%")]
    [InlineData(100.0, "100%")]
    public void A_figure_is_in_whole_percent(double? figure, string words) => Assert.Equal(words, ItemWords.Figure(figure));

    [Fact]
    public void Warnings_are_said_in_words_and_only_where_there_is_something_to_say()
    {
        ItemScore[] backward = [.. Enumerable.Range(0, 20).Select(number => new ItemScore(number % 2, (number % 2) == 0 ? 0.9 : 0.1))];
        Assert.Equal(
            ["Students who did well otherwise tended to miss this: check its answer."],
            ItemWords.Warnings(Item("a") with { Statistics = ItemStatistics.Of(backward) }));
        Assert.Equal(
            ["Nearly everyone got it right.", "Few attempts (n = 1): figures are rough."], ItemWords.Warnings(Item("a", 1)));
        Assert.Equal(["Hardly anyone got it right.", "Few attempts (n = 1): figures are rough."], ItemWords.Warnings(Item("a", 0)));
    }

    [Fact]
    public void Two_groups_are_compared_with_their_counts_and_a_caution_where_they_are_small()
    {
        var effect = new ExperimentEffect(Slug, 12, 0.81, 10, 0.7);
        Assert.Equal(
            "12 students who had finished the experiment before handing in scored 81% on average in the first attempt; 10 students "
            + "who had not finished it scored 70%.",
            ItemWords.Compare(effect));
        Assert.Null(ItemWords.Caution(effect));
        Assert.Contains("fewer than 10 students", ItemWords.Caution(effect with { CountWithout = 9 }));
        Assert.Contains("nobody to compare", ItemWords.Compare(effect with { CountWithout = 0, MeanWithout = null }));
    }

    private static string Ids(string sort, IEnumerable<AnalyzedItem> items) =>
        string.Concat(ItemsAddress.Parse(null, null, sort).Sort([.. items]).Select(item => item.Question.Id));

    private static AnalyzedItem Item(string id, params double[] scores) => new(
        Slug,
        new TrueFalseQuestion
        {
            Id = id,
            Objective = "",
            PromptHtml = "",
            PromptText = "?",
            Hint = "",
            Explanation = "",
            Answer = true,
            Feedback = "",
        },
        ItemStatistics.Of([.. scores.Select(score => new ItemScore(score, null))]),
        0,
        []);

    private async Task<AssignmentDetails> AssignAsync(SchoolScene scene) => (await host.Get<AssignmentService>().AssignAsync(
        scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = Slug, DueUtc = DateTime.UtcNow.AddDays(3) }, Ct)).Value!;

    private async Task<AttemptView> HandInAsync(Actor student)
    {
        var attempts = host.Get<AttemptService>();
        var attempt = (await host.Get<AttemptStarter>().StartOrResumeAsync(student, Slug, AttemptMode.Graded, QuestionLevel.Core, Ct)).Value!;
        foreach (var question in attempt.Questions.Select(question => question.Planned.Question))
        {
            Response answer = question is NumberQuestion
                ? new NumberResponse("<script>alert(1)</script>")
                : new ShortAnswerResponse("<script>alert(1)</script>");
            await attempts.SaveAnswerAsync(student, attempt.Id, question.Id, answer, Ct);
        }
        return (await attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;
    }
}
