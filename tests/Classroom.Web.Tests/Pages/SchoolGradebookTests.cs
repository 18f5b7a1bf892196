using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Gradebook;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

/// <summary>Marks as a teacher works with them, and as a student sees hers.</summary>
public sealed class SchoolGradebookTests(ClassroomHost host)
{
    private const string Slug = "overfitting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_that_a_teacher_gives_is_seen_by_its_student_once_it_is_posted()
    {
        var (scene, assigned) = await AssignAsync();
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var address = $"{scene.Address}/gradebook/{assigned.Id}/{scene.Maria.Person.Id}";

        var page = await teacher.OpenAsync(address);
        Assert.Contains(scene.Noah.Person.DisplayName, page.Html.QuerySelector("nav[aria-label=Students]")!.ReadText());
        var saved = await teacher.PostAsync(
            page, "mark", ("Sent.Version", "0"), ("Sent.Points", "17.5"), ("Sent.Reason", "On paper"), ("Sent.Comment", "Well done"));
        Assert.Equal($"{address}?done=saved", saved.Redirect);
        Assert.Contains("“On paper”", (await teacher.OpenAsync(address)).Text);
        Assert.DoesNotContain("17.5", (await maria.OpenAsync("/me")).Text);

        var book = await teacher.OpenAsync($"{scene.Address}/gradebook");
        Assert.Contains("17.5changed", book.Html.QuerySelector("tbody tr")!.ReadText());
        Assert.Equal(
            $"{scene.Address}/gradebook?done=posted", (await teacher.PostAsync(book, "posting", ("post", $"{assigned.Id}"))).Redirect);
        var marks = (await maria.OpenAsync("/me")).Html.QuerySelector("section[aria-labelledby^=marks]")!.ReadText();
        Assert.Contains("17.5 of 20", marks);
        Assert.Contains("Well done", marks);
        Assert.DoesNotContain("On paper", marks);

        await teacher.PostAsync(await teacher.OpenAsync($"{scene.Address}/gradebook"), "posting", ("withdraw", $"{assigned.Id}"));
        Assert.DoesNotContain("17.5", (await maria.OpenAsync("/me")).Text);
    }

    [Fact]
    public async Task What_is_wrong_with_a_mark_stands_beside_its_field_and_a_stale_page_changes_nothing()
    {
        var (scene, assigned) = await AssignAsync();
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/gradebook/{assigned.Id}/{scene.Maria.Person.Id}";
        var page = await teacher.OpenAsync(address);

        var unread = await teacher.PostAsync(page, "mark", ("Sent.Points", "a lot"), ("Sent.Due", "soon"), ("Sent.Attempts", "1.5"));
        Assert.Contains("Give a number", unread.FaultOf("Sent.Points"));
        Assert.Contains("Give the day", unread.FaultOf("Sent.Due"));
        Assert.Contains("whole number", unread.FaultOf("Sent.Attempts"));
        var refused = await teacher.PostAsync(page, "mark", ("Sent.Version", "0"), ("Sent.Points", "12"), ("Sent.Attempts", "99"));
        Assert.Contains("Say why", refused.FaultOf("Sent.Reason"));
        Assert.Contains("from 1 to", refused.FaultOf("Sent.Attempts"));

        await teacher.PostAsync(page, "mark", ("Sent.Version", "0"), ("Sent.Excused", "yes"));
        var stale = await teacher.PostAsync(page, "mark", ("Sent.Version", "0"), ("Sent.Points", "1"), ("Sent.Reason", "x"));
        Assert.Contains("Someone else changed this student's mark", stale.Text);
        Assert.Equal(MarkState.Excused, (await BookAsync(scene)).Students[0].Marks[0].State);
    }

    [Fact]
    public async Task Categories_are_made_changed_and_removed_in_one_form()
    {
        var (scene, assigned) = await AssignAsync();
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/gradebook/categories";

        var faulty = await teacher.PostAsync(
            await teacher.OpenAsync(address),
            "categories",
            ("Sent.Rows[0].Id", "0"), ("Sent.Rows[0].Name", ""),
            ("Sent.Rows[1].Id", "0"), ("Sent.Rows[1].Name", "Tests"), ("Sent.Rows[1].Weight", "many"));
        Assert.Contains("Give the weight as a whole number", faulty.Html.QuerySelector("#fault-1")!.ReadText());

        var saved = await teacher.PostAsync(
            faulty,
            "categories",
            ("Sent.Rows[0].Id", "0"), ("Sent.Rows[0].Name", "Homework"), ("Sent.Rows[0].Weight", "40"), ("Sent.Rows[0].Drop", "1"),
            ("Sent.Rows[1].Id", "0"), ("Sent.Rows[1].Name", "Tests"), ("Sent.Rows[1].Weight", "60"));
        Assert.Equal($"{scene.Address}/gradebook?done=categories", saved.Redirect);
        Assert.Equal([("Homework", 40, 1), ("Tests", 60, 0)], (await BookAsync(scene)).Categories.Select(c => (c.Name, c.Weight, c.DropLowest)));
        Assert.Contains("In no category, so not in the total", (await teacher.OpenAsync($"{scene.Address}/gradebook")).Text);

        var tests = (await BookAsync(scene)).Categories[1].Id;
        var page = await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}");
        await teacher.PostAsync(
            page,
            "change",
            ("Sent.Version", $"{assigned.Version}"), ("Sent.Due", "2031-11-24"), ("Sent.Points", "20"), ("Sent.Category", $"{tests}"),
            ("Sent.Minutes", "40"), ("Sent.LatePercent", "10"), ("Sent.AnswersFrom", "WhenPosted"),
            ("Sent.For", "some"), ($"Sent.Students[{scene.Noah.Person.Id}]", "yes"));
        var changed = (await BookAsync(scene)).Assignments[0];
        Assert.Equal(
            (tests, 40, new LatePolicy(10, 0), Release.WhenPosted, true),
            (changed.CategoryId, changed.Minutes, changed.Late, changed.AnswersFrom, changed.IsForSome));
        Assert.Equal(
            [MarkState.NotAssigned, MarkState.NotYetDue], (await BookAsync(scene)).Students.Select(row => row.Marks[0].State));
        var shown = (await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}")).Html;
        Assert.NotNull(shown.QuerySelector($"[name='Sent.Students[{scene.Noah.Person.Id}]'][checked]"));
        Assert.Null(shown.QuerySelector($"[name='Sent.Students[{scene.Maria.Person.Id}]'][checked]"));
    }

    [Fact]
    public async Task Extra_time_is_given_on_the_students_page_and_shown_to_the_student()
    {
        var (scene, _) = await AssignAsync(minutes: 40);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/students/{scene.Maria.Person.Id}";
        var page = await teacher.OpenAsync(address);

        var refused = await teacher.PostAsync(page, "accommodation", ("time", "half"), ("days", "-1"), ("attempts", ""));
        Assert.Contains("Give a factor", refused.FaultOf("time"));
        Assert.Contains("whole number of days", refused.FaultOf("days"));

        Assert.Equal(
            $"{address}?done=accommodation",
            (await teacher.PostAsync(page, "accommodation", ("time", "1.5"), ("days", "2"), ("attempts", "1"))).Redirect);
        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("You have 60 minutes, extended from 40.", (await maria.OpenAsync($"/quiz/{Slug}")).Text);
        using var noah = await scene.SignInAsync(scene.Noah);
        Assert.Contains("You have 40 minutes.", (await noah.OpenAsync($"/quiz/{Slug}")).Text);
    }

    [Fact]
    public async Task Held_scores_and_answers_are_not_on_the_result_page()
    {
        var (scene, assigned) = await AssignAsync();
        await host.Get<AssignmentService>().EditAsync(
            scene.TeacherActor,
            assigned.Id,
            new() { DueUtc = assigned.DueUtc, ScoresFrom = Release.WhenPosted, AnswersFrom = Release.Never },
            assigned.Version,
            Ct);
        var student = new Actor(scene.Maria.Person.Id, Role.Student);
        var attempt = (await host.Get<AttemptStarter>().StartOrResumeAsync(student, assigned.Id, Ct)).Value!;
        var question = attempt.Questions[0].Planned.Question;
        await host.Get<AttemptService>().SaveAnswerAsync(student, attempt.Id, question.Id, new ShortAnswerResponse("whatever"), Ct);
        await host.Get<AttemptService>().SubmitAsync(student, attempt.Id, Ct);
        using var maria = await scene.SignInAsync(scene.Maria);

        var result = await maria.OpenAsync($"/quiz/{Slug}?attempt={attempt.Id}");

        Assert.Contains("Your score is shown here once your teacher posts the marks.", result.Text);
        Assert.Contains("The right answers are not shown for this quiz.", result.Text);
        Assert.Null(result.Html.QuerySelector(".percent, .answers .pill"));
        Assert.DoesNotContain("Right answer ", result.Html.QuerySelector(".answers")!.ReadText());
        Assert.Contains("Not shown yet", result.Html.QuerySelector(".earlier")!.ReadText());
        Assert.DoesNotContain("%", (await maria.OpenAsync("/")).Html.QuerySelector("main")!.ReadText());
    }

    [Fact]
    public async Task Another_teacher_and_a_student_find_no_such_pages()
    {
        var (scene, assigned) = await AssignAsync();
        var other = await SchoolScene.NewAsync(host);
        using var stranger = await other.SignInAsync(other.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);

        foreach (var page in new[] { "gradebook", "gradebook/categories", $"gradebook/{assigned.Id}/{scene.Maria.Person.Id}" })
        {
            Assert.Equal(404, (await stranger.OpenAsync($"{scene.Address}/{page}")).Status);
            Assert.NotEqual(200, (await maria.OpenAsync($"{scene.Address}/{page}")).Status);
        }

        Assert.Equal(404, (await stranger.OpenAsync($"{other.Address}/gradebook/{assigned.Id}/{scene.Maria.Person.Id}")).Status);
    }

    private async Task<(SchoolScene Scene, AssignmentDetails Assigned)> AssignAsync(int? minutes = null)
    {
        var scene = await SchoolScene.NewAsync(host);
        var assigned = await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new() { Slug = Slug, DueUtc = host.Get<SchoolCalendar>().NowUtc.AddDays(3), Points = 20, Minutes = minutes },
            Ct);
        return (scene, assigned.Value!);
    }

    private async Task<ClassGradebook> BookAsync(SchoolScene scene) =>
        (await host.Get<GradebookReader>().ReadAsync(scene.TeacherActor, scene.Class.Id, Ct))!;
}
