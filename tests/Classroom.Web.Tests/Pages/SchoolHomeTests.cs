using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Pages;

/// <summary>What needs a teacher, and what a student has still to do, on the page that each sees first.</summary>
public sealed class SchoolHomeTests(ClassroomHost host)
{
    private const string Slug = "overfitting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTime Now => host.Get<SchoolCalendar>().NowUtc;

    [Fact]
    public async Task A_teacher_with_nothing_to_do_is_told_so()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var home = await teacher.OpenAsync("/");
        Assert.Contains("Nothing right now: nobody is waiting for you", home.Text, StringComparison.Ordinal);
        Assert.Equal($"/classes/{scene.Class.Id}/progress", home.Html.QuerySelector(".tiles a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_teacher_finds_each_thing_that_needs_her_with_the_page_where_she_does_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (late, soon) = (await AssignAsync(scene, "Late work"), await AssignAsync(scene, "Soon due"));
        await MoveAsync(late, due: Now.AddDays(-2), closes: null);
        await MoveAsync(soon, due: Now.AddMinutes(20), closes: null);
        var waiting = await scene.AddAsync("Waiting", Role.Student);
        await host.Get<JoinService>().JoinAsync(new(waiting.Person.Id, Role.Student), scene.Class.JoinCode!, Ct);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var today = (await teacher.OpenAsync("/")).Html.QuerySelector("section[aria-labelledby=today]")!;
        Assert.Equal(
            ["Students are waiting for you", "Overdue", "Due today or tomorrow"],
            today.QuerySelectorAll("h2").Select(title => title.ReadText()));
        Assert.Equal(
            [
                ("Waiting room", $"{scene.Address}/roster#waiting", "1 student waiting to be let in"),
                ("Late work", $"{scene.Address}/progress", "2 of 2 not handed in"),
                ("Soon due", $"{scene.Address}/progress", "2 of 2 not begun"),
            ],
            today.QuerySelectorAll("li").Select(row => (
                row.QuerySelector("a")!.ReadText(), row.QuerySelector("a")!.GetAttribute("href"), row.QuerySelector(".pill")!.ReadText())));
        Assert.Contains($"{scene.Class.Name} · overdue by 2 days", today.ReadText(), StringComparison.Ordinal);

        var stranger = await scene.AddAsync("Other Teacher", Role.Teacher);
        await scene.AddClassAsync("Another", stranger.Person.Id);
        using var other = await scene.SignInAsync(stranger);
        Assert.DoesNotContain("Late work", (await other.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_few_of_a_kind_are_folded_and_none_is_left_out()
    {
        var scene = await SchoolScene.NewAsync(host);
        for (var i = 0; i < 9; i++)
        {
            await MoveAsync(await AssignAsync(scene, $"Work {i}", minutes: i), due: Now.AddDays(-2).AddMinutes(-i), closes: null);
        }

        using var teacher = await scene.SignInAsync(scene.Teacher);
        var today = (await teacher.OpenAsync("/")).Html.QuerySelector("section[aria-labelledby=today]")!;
        Assert.Equal("3 more: Overdue", today.QuerySelector("details summary")!.ReadText());
        Assert.Equal(3, today.QuerySelectorAll("details li").Length);
        Assert.Equal(9, today.QuerySelectorAll("li").Length);
    }

    [Fact]
    public async Task A_student_s_late_work_stays_first_until_it_closes_and_is_then_missed_for_a_while()
    {
        var scene = await SchoolScene.NewAsync(host);
        var (late, missed, gone, next) = (
            await AssignAsync(scene, "Late work"), await AssignAsync(scene, "Missed work", 1), await AssignAsync(scene, "Old work", 2),
            await AssignAsync(scene, "Next work", 3));
        await MoveAsync(late, due: Now.AddDays(-40), closes: null);
        await MoveAsync(missed, due: Now.AddDays(-5), closes: Now.AddDays(-3));
        await MoveAsync(gone, due: Now.AddDays(-50), closes: Now.AddDays(-40));
        using var maria = await scene.SignInAsync(scene.Maria);

        var home = await maria.OpenAsync("/");
        var due = home.Html.QuerySelector("section[aria-labelledby=due]")!;
        Assert.Equal(["Overdue", "To do", "Missed"], due.QuerySelectorAll("h3").Select(title => title.ReadText()));
        Assert.Equal(["Late work", "Next work", "Missed work"], due.QuerySelectorAll("li a").Select(link => link.ReadText()));
        var pills = due.QuerySelectorAll("li .pill").Select(pill => pill.ReadText()).ToList();
        Assert.Equal(("Overdue by 40 days", "Closed 3 days ago"), (pills[0], pills[2]));
        Assert.Contains("Late is better than never.", due.ReadText(), StringComparison.Ordinal);
        Assert.Contains("ask your teacher for more time", due.ReadText(), StringComparison.Ordinal);
        Assert.Equal("/me", due.QuerySelector("p.mt-2 a")!.GetAttribute("href"));
        Assert.Contains("overdue by 40 days", home.Html.QuerySelector(".next-step")!.ReadText(), StringComparison.Ordinal);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task A_student_who_has_done_everything_hears_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("Nothing is assigned to you. Pick any lesson", (await maria.OpenAsync("/")).Text, StringComparison.Ordinal);

        var only = await AssignAsync(scene, "Only work");
        Assert.Null(await host.Get<AssignmentStudentService>().SetAsync(
            scene.TeacherActor, only.Id, scene.Maria.Person.Id, new() { IsExcused = true }, cancellationToken: Ct));
        var home = await maria.OpenAsync("/");
        Assert.Contains("You have nothing left to do. Well done!", home.Text, StringComparison.Ordinal);
        Assert.Equal("Done", home.Html.QuerySelector("section[aria-labelledby=due] h3")!.ReadText());
    }

    private async Task<AssignmentDetails> AssignAsync(SchoolScene scene, string title, int minutes = 0) =>
        (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new() { Slug = Slug, Title = title, Kind = AssignmentKind.Quiz, DueUtc = Now.AddDays(7).AddMinutes(minutes) },
            Ct)).Value!;

    /// <summary>As time would.</summary>
    private async Task MoveAsync(AssignmentDetails assigned, DateTime due, DateTime? closes)
    {
        await using var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        await db.Assignments.Where(a => a.Id == assigned.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.DueUtc, due).SetProperty(a => a.ClosesUtc, closes), Ct);
    }
}
