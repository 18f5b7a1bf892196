using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.Web.Shared;

namespace Classroom.Web.Tests.Pages;

/// <summary>One assignment, as its teacher changes it.</summary>
public sealed class SchoolAssignmentTests(ClassroomHost host)
{
    private const string Slug = "overfitting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_touches_handed_in_work_says_whose_before_it_is_saved()
    {
        var scene = await SchoolScene.NewAsync(host);
        var calendar = host.Get<SchoolCalendar>();
        var assigned = (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = Slug, DueUtc = calendar.NowUtc.AddDays(3) }, Ct)).Value!;
        await HandInAsync(new Actor(scene.Maria.Person.Id, Role.Student));
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/assignments/{assigned.Id}";
        (string, string)[] changes =
        [
            ("Sent.Version", $"{assigned.Version}"), ("Sent.Title", "Before the test"), ("Sent.Due", FriendlyDate.ForInput(calendar.Today.AddDays(-1))),
            ("Sent.DueTime", "08:00"), ("Sent.Points", "20"), ("Sent.Attempts", "3"), ("Sent.Counts", "First"),
        ];

        var asked = await teacher.PostAsync(await teacher.OpenAsync(address), "change", changes);

        Assert.Contains("This changes what 1 student already handed in", asked.Text);
        Assert.Contains($"{scene.Maria.Person.DisplayName}: ", asked.Text);
        Assert.Contains(", in time → ", asked.Text);
        Assert.Null((await FindAsync()).Title);

        var saved = await teacher.PostAsync(asked, "change", [.. changes, ("Sent.Sure", "yes")]);

        Assert.Equal($"{scene.Address}/assignments?done=saved", saved.Redirect);
        var after = await FindAsync();
        Assert.Equal(("Before the test", 20, 3, CountedAttempt.First), (after.Title, after.Points, after.AttemptsAllowed, after.Counts));
        Assert.Equal(calendar.At(calendar.Today.AddDays(-1), new TimeOnly(8, 0)), after.DueUtc);
        Assert.Contains("Late", (await teacher.OpenAsync($"{scene.Address}/progress")).Html.QuerySelector("tbody")!.ReadText());
        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("Before the test", (await maria.OpenAsync("/")).Text);

        async Task<AssignmentDetails> FindAsync() =>
            (await host.Get<AssignmentService>().FindAsync(scene.TeacherActor, assigned.Id, Ct))!;
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_is_stored()
    {
        var scene = await SchoolScene.NewAsync(host);
        var assigned = (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = Slug, DueUtc = DateTime.UtcNow.AddDays(3) }, Ct)).Value!;
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}");

        var answer = await teacher.PostAsync(
            page, "change", ("Sent.Opens", "soon"), ("Sent.Due", "2026-11-24"), ("Sent.Points", "many"), ("Sent.Attempts", "2.5"));

        Assert.Contains("Give the day", answer.FaultOf("Sent.Opens"));
        Assert.Contains("whole number", answer.FaultOf("Sent.Points"));
        Assert.Contains("whole number", answer.FaultOf("Sent.Attempts"));
        Assert.Equal("many", answer.Html.QuerySelector("[name='Sent.Points']")!.GetAttribute("value"));
        Assert.Equal(assigned, await host.Get<AssignmentService>().FindAsync(scene.TeacherActor, assigned.Id, Ct));
    }

    [Fact]
    public async Task A_form_that_is_saved_as_it_came_changes_no_moment_and_a_time_without_a_day_is_no_moment()
    {
        var scene = await SchoolScene.NewAsync(host);
        var calendar = host.Get<SchoolCalendar>();
        var day = calendar.Today.AddDays(3);
        var assigned = (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new NewAssignment
            {
                Slug = Slug,
                OpensUtc = calendar.EndOf(day.AddDays(-1)),
                DueUtc = calendar.StartOf(day),
                ClosesUtc = calendar.StartOf(day).AddSeconds(90),
            },
            Ct)).Value!;
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}");

        var refused = await teacher.PostAsync(page, "change", ("Sent.Closes", ""));
        Assert.Contains("Give the day", refused.FaultOf("Sent.Closes"));
        await teacher.PostAsync(page, "change");

        var after = (await host.Get<AssignmentService>().FindAsync(scene.TeacherActor, assigned.Id, Ct))!;
        Assert.Equal(assigned with { Version = after.Version }, after);
        Assert.NotEqual(assigned.Version, after.Version);
    }

    [Fact]
    public async Task Another_teacher_and_a_student_find_no_such_page()
    {
        var (scene, other) = (await SchoolScene.NewAsync(host), await SchoolScene.NewAsync(host));
        var assigned = (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = Slug, DueUtc = DateTime.UtcNow.AddDays(3) }, Ct)).Value!;
        using var stranger = await other.SignInAsync(other.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);

        Assert.Equal(404, (await stranger.OpenAsync($"{scene.Address}/assignments/{assigned.Id}")).Status);
        Assert.Equal(404, (await stranger.OpenAsync($"{other.Address}/assignments/{assigned.Id}")).Status);
        Assert.NotEqual(200, (await maria.OpenAsync($"{scene.Address}/assignments/{assigned.Id}")).Status);
    }

    private async Task HandInAsync(Actor student)
    {
        var attempts = host.Get<AttemptService>();
        var attempt = (await host.Get<AttemptStarter>().StartOrResumeAsync(student, Slug, AttemptMode.Graded, QuestionLevel.Core, Ct)).Value!;
        var question = attempt.Questions[0].Planned.Question;
        Assert.Null(await attempts.SaveAnswerAsync(student, attempt.Id, question.Id, new ShortAnswerResponse("whatever"), Ct));
        Assert.True((await attempts.SubmitAsync(student, attempt.Id, Ct)).Succeeded);
    }
}
