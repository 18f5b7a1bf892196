using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class StudentProgressTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_students_row_counts_all_her_runs_and_shows_the_last_wherever_it_was_made(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var ana = await school.AddAsync(Role.Student, "Ana");
        var bo = await school.AddAsync(Role.Student, "Bo");
        var classId = await school.AddClassAsync(teacher, ana, bo);
        await school.RunCreator.CreateAsync(ana, RunTests.Wanted with { Slug = school.Term.Slug }, Ct);
        school.Clock.Now += TimeSpan.FromSeconds(1);
        var free = (await school.RunCreator.CreateAsync(ana, RunTests.Wanted with { Slug = null }, Ct)).Value!;
        var token = (await school.Journal.TakeTokenAsync(free.Id, Engines.First, Ct))!.Value;
        await school.Journal.AppendAsync(free.Id, token, RunAppendTests.At(RunState.Stopped), Ct);

        var rows = (await school.Progress.ClassProgressAsync(teacher, classId, Ct))!.Students;

        Assert.Equal((2, RunState.Stopped), (rows[0].Runs, rows[0].LastRun));
        Assert.Equal((0, null), (rows[1].Runs, rows[1].LastRun));
    }

    [Theory, BothProviders]
    public async Task One_students_progress_is_for_the_teachers_of_that_class_and_admins(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var ana = await school.AddAsync(Role.Student, "Ana");
        var stranger = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, ana);
        await school.AddClassAsync(teacher, stranger);
        await school.Readings.MarkReadAsync(ana, school.Term.Slug, Ct);

        var seen = (await school.Progress.StudentOfClassAsync(teacher, classId, ana.UserId, Ct))!;

        Assert.Equal("Ana", seen.Student.DisplayName);
        Assert.Equal(await school.Progress.StudentProgressAsync(ana, Ct), seen.Terms);
        Assert.Equal([school.Term.Slug], seen.Terms.Where(term => term.ReadUtc is not null).Select(term => term.Slug));
        Assert.NotNull(await school.Progress.StudentOfClassAsync(await school.AddAsync(Role.Admin), classId, ana.UserId, Ct));
        Assert.Null(await school.Progress.StudentOfClassAsync(teacher, classId, stranger.UserId, Ct));
        Assert.Null(await school.Progress.StudentOfClassAsync(await school.AddAsync(Role.Teacher), classId, ana.UserId, Ct));
        Assert.Null(await school.Progress.StudentOfClassAsync(ana, classId, ana.UserId, Ct));
    }

    [Theory, BothProviders]
    public async Task An_assignment_without_a_day_or_without_a_lesson_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);

        var refused = await school.Assignments.AssignAsync(teacher, classId, new NewAssignment { Slug = "", DueUtc = null }, Ct);

        Assert.Equal(["slug", "due"], Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults.Select(fault => fault.Field));
        Assert.Empty((await school.Assignments.ListForClassAsync(teacher, classId, Ct))!);
    }
}
