using Bunit;
using Bunit.TestDoubles;
using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.Web.Features.Progress;
using Classroom.Web.Shared;
using Classroom.Web.Tests.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Progress;

/// <summary>The grid as a teacher has it open, with the time in the test's hands.</summary>
public sealed class ProgressGridTests : QuizSchool
{
    private readonly HeldClock clock;

    public ProgressGridTests()
        : this(new HeldClock())
    {
    }

    private ProgressGridTests(HeldClock clock)
        : base(clock, services => services.AddSingleton(LiveRightsOptions.Default).AddSingleton<ProgressBoards>()) => this.clock = clock;

    [Fact]
    public async Task What_a_student_hands_in_is_shown_within_two_seconds_to_all_who_look()
    {
        var scene = await ClassAsync();
        var grid = Open(scene);
        using var other = (await Boards.OpenAsync(scene.Admin, scene.ClassId, Ct))!;
        Assert.Contains("Not begun", Cell(grid));

        await HandInAsync(scene);
        var shown = other.Read().Progress;
        await AdvanceAsync(() => Cell(grid).StartsWith("Below passing", StringComparison.Ordinal), atMost: 2);
        Assert.NotSame(shown, other.Read().Progress);
        Assert.Equal("fresh", grid.Find("tbody td").ClassList[^1]);

        // Nothing has changed: nobody reads the class again.
        shown = other.Read().Progress;
        clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(50, Ct);
        Assert.Same(shown, other.Read().Progress);
    }

    [Fact]
    public async Task Taking_the_class_away_ends_the_open_grid_within_a_minute_even_while_others_look()
    {
        var scene = await ClassAsync();
        using var other = (await Boards.OpenAsync(scene.Admin, scene.ClassId, Ct))!;
        var grid = Open(scene);
        await AdvanceAsync(() => grid.FindAll("tbody tr").Count == 1, atMost: 40);
        Assert.Null(Reloaded);

        Assert.Null(await Services.GetRequiredService<ClassTeacherService>()
            .RemoveAsync(scene.Admin, scene.ClassId, scene.Teacher.UserId, Ct));
        await AdvanceAsync(() => Reloaded is not null, atMost: 60);

        Assert.True(Reloaded!.Options.ForceLoad);
        Assert.Empty(grid.FindAll("table"));
        Assert.False(other.IsLost);
    }

    [Fact]
    public async Task Ending_the_sign_in_ends_the_open_grid_within_a_minute()
    {
        var scene = await ClassAsync();
        var grid = Open(scene);
        await EndSignInAsync();

        await AdvanceAsync(() => Reloaded is not null, atMost: 60);

        Assert.Empty(grid.FindAll("table"));
    }

    [Fact]
    public async Task A_stranger_opens_no_board_and_a_reader_who_loses_the_class_is_passed_over()
    {
        var scene = await ClassAsync();
        Assert.Null(await Boards.OpenAsync(await AddAsync("stranger", Role.Teacher), scene.ClassId, Ct));
        Assert.Null(await Boards.OpenAsync(Student, scene.ClassId, Ct));
        using var first = (await Boards.OpenAsync(scene.Teacher, scene.ClassId, Ct))!;
        using var second = (await Boards.OpenAsync(scene.Admin, scene.ClassId, Ct))!;
        var (shown, change) = second.Read();
        await Services.GetRequiredService<ClassTeacherService>().RemoveAsync(scene.Admin, scene.ClassId, scene.Teacher.UserId, Ct);
        await HandInAsync(scene);

        await AdvanceAsync(() => change.IsCompleted && first.IsLost, atMost: 3);

        Assert.NotSame(shown, second.Read().Progress);
    }

    [Fact]
    public async Task Sorting_and_filtering_answer_at_once()
    {
        var scene = await ClassAsync();
        var bo = await AddAsync("bo", Role.Student);
        await Services.GetRequiredService<RosterService>().EnrolAsync(scene.Admin, scene.ClassId, bo.UserId, Ct);
        await HandInAsync(scene);
        var grid = Open(scene);
        Assert.Equal(["bo", "student"], Names(grid));

        grid.FindAll(".sort")[1].Click();
        Assert.Equal(["student", "bo"], Names(grid));
        Assert.Equal("descending", grid.FindAll("thead th")[1].GetAttribute("aria-sort"));
        grid.FindAll(".chip").Single(chip => chip.TextContent.Contains("Not begun")).Click();
        Assert.Equal(["bo"], Names(grid));
        grid.FindAll(".chip").Single(chip => chip.TextContent.Contains("Needs feedback")).Click();
        Assert.Equal(["student"], Names(grid));
        grid.Find(".chip[aria-pressed=true]").Click();
        Assert.Equal(2, Names(grid).Count);
    }

    private sealed record Scene(Actor Admin, Actor Teacher, int ClassId, AssignmentDetails Assigned);

    private ProgressBoards Boards => Services.GetRequiredService<ProgressBoards>();

    private NavigationHistory? Reloaded => Services.GetRequiredService<BunitNavigationManager>().History.FirstOrDefault();

    private async Task<Scene> ClassAsync()
    {
        var (admin, teacher) = (await AddAsync("admin", Role.Admin), await AddAsync("teacher", Role.Teacher));
        var created = (await Services.GetRequiredService<ClassService>().CreateAsync(admin, "7b", [teacher.UserId], Ct)).Value!;
        await Services.GetRequiredService<RosterService>().EnrolAsync(admin, created.Id, Student.UserId, Ct);
        var assigned = await Services.GetRequiredService<AssignmentService>().AssignAsync(
            teacher, created.Id, new() { Slug = Slug, DueUtc = clock.GetUtcNow().UtcDateTime.AddDays(3) }, Ct);
        SignIn(teacher);
        return new(admin, teacher, created.Id, assigned.Value!);
    }

    private async Task HandInAsync(Scene scene)
    {
        var attempt = (await Starter.StartOrResumeAsync(Student, scene.Assigned.Id, Ct)).Value!;
        await Attempts.SaveAnswerAsync(
            Student, attempt.Id, attempt.Questions[0].Planned.Question.Id, new ShortAnswerResponse("whatever"), Ct);
        Assert.True((await Attempts.SubmitAsync(Student, attempt.Id, Ct)).Succeeded);
    }

    private IRenderedComponent<ProgressGrid> Open(Scene scene)
    {
        var grid = Render<ProgressGrid>(parameters => parameters.Add(part => part.ClassId, scene.ClassId));
        grid.WaitForElement("tbody tr", TimeSpan.FromSeconds(10));
        return grid;
    }

    private static string Cell(IRenderedComponent<ProgressGrid> grid) => grid.Find("tbody td").ReadText();

    private static List<string> Names(IRenderedComponent<ProgressGrid> grid) =>
        [.. grid.FindAll("tbody th").Select(name => name.ReadText())];

    /// <summary>Second by second, with time for the database in between.</summary>
    private async Task AdvanceAsync(Func<bool> until, int atMost)
    {
        for (var second = 0; second < atMost && !until(); second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            for (var wait = 0; wait < 20 && !until(); wait++)
            {
                await Task.Delay(20, Ct);
            }
        }

        Assert.True(until());
    }
}
