using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Progress;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class ProgressTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_teacher_sees_each_students_reading_score_and_runs(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var bo = await school.AddAsync(Role.Student, "Bo");
        var ana = await school.AddAsync(Role.Student, "Ana");
        var classId = await school.AddClassAsync(teacher, bo, ana);
        var slug = school.Term.Slug;
        await AssignmentTests.AssignAsync(school, teacher, classId, slug);
        await school.Readings.MarkReadAsync(ana, slug, Ct);
        await Quiz.HandInAsync(school, ana, AttemptMode.Graded, right: true);
        await Quiz.HandInAsync(school, ana, AttemptMode.Graded, right: false);
        await school.RunCreator.CreateAsync(ana, RunTests.Wanted with { Slug = slug }, Ct);
        school.Clock.Now += TimeSpan.FromSeconds(1);
        var last = (await school.RunCreator.CreateAsync(ana, RunTests.Wanted with { Slug = slug }, Ct)).Value!;
        var token = (await school.Journal.TakeTokenAsync(last.Id, Engines.First, Ct))!.Value;
        await school.Journal.AppendAsync(last.Id, token, RunAppendTests.At(RunState.Diverged), Ct);
        await school.RunCreator.CreateAsync(ana, RunTests.Wanted with { Slug = null }, Ct);

        var progress = (await school.Progress.ClassProgressAsync(teacher, classId, Ct))!;

        Assert.Equal(["Ana", "Bo"], progress.Students.Select(row => row.Student.DisplayName));
        Assert.Equal(slug, Assert.Single(progress.Assignments).Slug);
        var cell = Assert.Single(progress.Students[0].Cells);
        Assert.Equal(
            (school.Clock.Now.AddSeconds(-1), 1.0, 2, RunState.Diverged, true),
            (cell.ReadUtc!.Value, cell.Score!.Value, cell.Runs, cell.LastRun!.Value, cell.IsDone));
        Assert.Equal(
            new ProgressCell(new AssignmentWork(AssignmentKind.Lesson, null, null, 0, null), 0, null),
            Assert.Single(progress.Students[1].Cells));
    }

    [Theory, BothProviders]
    public async Task Class_progress_is_for_its_teachers_and_admins(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);

        Assert.NotNull(await school.Progress.ClassProgressAsync(teacher, classId, Ct));
        Assert.NotNull(await school.Progress.ClassProgressAsync(await school.AddAsync(Role.Admin), classId, Ct));
        Assert.Null(await school.Progress.ClassProgressAsync(student, classId, Ct));
        Assert.Null(await school.Progress.ClassProgressAsync(await school.AddAsync(Role.Teacher), classId, Ct));
    }

    [Theory, BothProviders]
    public async Task A_students_own_progress_names_every_term_in_order(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var other = await school.AddAsync(Role.Student);
        var slug = school.Term.Slug;
        await school.Readings.MarkReadAsync(student, slug, Ct);
        await Quiz.HandInAsync(school, student, AttemptMode.Practice, right: true);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        await school.RunCreator.CreateAsync(student, RunTests.Wanted with { Slug = slug }, Ct);
        await Quiz.HandInAsync(school, other, AttemptMode.Graded, right: true);

        var progress = await school.Progress.StudentProgressAsync(student, Ct);

        Assert.Equal(school.Curriculum.Terms.Select(term => term.Slug), progress.Select(term => term.Slug));
        Assert.Equal(
            new TermProgress(
                slug, TermState.Practiced, school.Clock.Now, BestScore: 0.0, BestPractice: 1.0, Runs: 1, LastRun: RunState.Queued),
            progress.Single(term => term.Slug == slug));
        Assert.All(progress.Where(term => term.Slug != slug), term =>
            Assert.Equal(new TermProgress(term.Slug, TermState.New, null, null, null, 0, null), term));
    }
}
