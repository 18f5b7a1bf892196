using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class AssignmentTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_student_sees_what_is_due_and_whether_it_is_done(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        await AssignAsync(school, teacher, classId, school.Term.Slug);

        var before = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        await school.Readings.MarkReadAsync(student, school.Term.Slug, Ct);
        var read = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        await Quiz.HandInAsync(school, student, AttemptMode.Practice, right: true);
        var practiced = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        var graded = Assert.Single(await school.Progress.AssignedAsync(student, Ct));

        Assert.Equal(("7b", false, null, null), (before.ClassName, before.IsDone, before.ReadUtc, before.Score));
        Assert.Equal((false, school.Clock.Now), (read.IsDone, read.ReadUtc));
        Assert.Equal((false, null), (practiced.IsDone, practiced.Score));
        Assert.Equal((true, 1.0), (graded.IsDone, graded.Score));
    }

    [Theory, BothProviders]
    public async Task Only_the_teachers_of_a_class_and_admins_assign_and_remove(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        var assigned = await AssignAsync(school, teacher, classId, school.Term.Slug);

        foreach (var stranger in new[] { student, await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student) })
        {
            Assert.IsType<Refusal.NotFound>(
                (await school.Assignments.AssignAsync(stranger, classId, Wanted(school, "batch"), Ct)).Refusal);
            Assert.IsType<Refusal.NotFound>(await school.Assignments.RemoveAsync(stranger, classId, assigned.Id, Ct));
        }

        var otherClass = await school.AddClassAsync(teacher);
        Assert.IsType<Refusal.NotFound>(await school.Assignments.RemoveAsync(teacher, otherClass, assigned.Id, Ct));
        Assert.Single((await school.Assignments.ListForClassAsync(student, classId, Ct))!);
        Assert.Null(await school.Assignments.RemoveAsync(await school.AddAsync(Role.Admin), classId, assigned.Id, Ct));
        Assert.Empty((await school.Assignments.ListForClassAsync(teacher, classId, Ct))!);
    }

    /// <summary>A second quiz about the same term, or one for another group, is an assignment of its own; a second click is not.</summary>
    [Theory, BothProviders]
    public async Task The_same_work_can_be_assigned_again_but_not_twice_for_the_same_time_and_students(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, maria) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, maria);
        var wanted = Wanted(school, school.Term.Slug) with { Kind = AssignmentKind.Quiz };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => school.Assignments.AssignAsync(teacher, classId, wanted, Ct)));
        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(
            outcomes.Where(outcome => !outcome.Succeeded),
            outcome => Assert.Equal("slug", Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults).Field));

        Assert.True((await school.Assignments.AssignAsync(
            teacher, classId, wanted with { DueUtc = wanted.DueUtc!.Value.AddDays(1) }, Ct)).Succeeded);
        Assert.True((await school.Assignments.AssignAsync(teacher, classId, wanted with { Students = [maria.UserId] }, Ct)).Succeeded);
        Assert.False((await school.Assignments.AssignAsync(teacher, classId, wanted with { Students = [maria.UserId] }, Ct)).Succeeded);
        Assert.Equal(3, (await school.Assignments.ListForClassAsync(teacher, classId, Ct))!.Count);
    }

    [Theory, BothProviders]
    public async Task People_outside_the_class_do_not_see_its_assignments(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        await AssignAsync(school, teacher, classId, school.Term.Slug);
        var stranger = await school.AddAsync(Role.Student);

        Assert.Null(await school.Assignments.ListForClassAsync(stranger, classId, Ct));
        Assert.Null(await school.Assignments.ListForClassAsync(await school.AddAsync(Role.Teacher), classId, Ct));
        Assert.Empty(await school.Progress.AssignedAsync(stranger, Ct));
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_an_assignment_is_named_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);

        var outcome = await school.Assignments.AssignAsync(
            teacher,
            classId,
            new NewAssignment
            {
                Slug = "quantum-gravity",
                DueUtc = school.Clock.Now.AddMinutes(-1),
                Kind = (AssignmentKind)7,
                Counts = (CountedAttempt)7
            },
            Ct);

        Assert.Equal(
            ["counts", "due", "kind", "slug"],
            Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults.Select(fault => fault.Field).Order());
        Assert.Empty((await school.Assignments.ListForClassAsync(teacher, classId, Ct))!);
    }

    [Theory, BothProviders]
    public async Task A_lesson_is_assigned_to_a_class_once_also_when_two_teachers_do_it_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);

        var outcomes = await AtOnce(4, () => school.Assignments.AssignAsync(teacher, classId, Wanted(school, school.Term.Slug), Ct));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<Refusal.Invalid>(outcome.Refusal));
        Assert.Single((await school.Assignments.ListForClassAsync(teacher, classId, Ct))!);
    }

    [Theory, BothProviders]
    public async Task Assignments_come_by_due_date(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        var (first, second) = school.Curriculum.Terms.Where(term => term.HasLesson)
            .Select(term => term.Slug)
            .ToList() is [var one, var two, ..]
            ? (one, two)
            : throw new InvalidOperationException("The content has fewer than two lessons.");
        await school.Assignments.AssignAsync(teacher, classId, Wanted(school, second) with { DueUtc = school.Clock.Now.AddDays(9) }, Ct);
        await school.Assignments.AssignAsync(teacher, classId, Wanted(school, first) with { DueUtc = school.Clock.Now.AddDays(2) }, Ct);

        var listed = (await school.Assignments.ListForClassAsync(teacher, classId, Ct))!;

        Assert.Equal([first, second], listed.Select(assignment => assignment.Slug));
        Assert.All(listed, assignment => Assert.Equal(DateTimeKind.Utc, assignment.DueUtc.Kind));
    }

    internal static async Task<AssignmentDetails> AssignAsync(
        TestSchool school, Actor teacher, int classId, string slug, CountedAttempt counts = CountedAttempt.Best) =>
        (await school.Assignments.AssignAsync(teacher, classId, Wanted(school, slug) with { Counts = counts }, Ct)).Value!;

    private static NewAssignment Wanted(TestSchool school, string slug) => new() { Slug = slug, DueUtc = school.Clock.Now.AddDays(3) };
}
