using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.People;
using Classroom.School.Progress;

namespace Classroom.School.Tests;

/// <summary>Assignments that change while students work, and the attempts that belong to them.</summary>
public sealed class AssignmentEditingTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_change_recomputes_lateness_and_marks_and_says_before_whom_it_is_about(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, maria, noah) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student, "Maria"),
            await school.AddAsync(Role.Student, "Noah"));
        var classId = await school.AddClassAsync(teacher, maria, noah);
        var assigned = await AssignAsync(school, teacher, classId);
        await Quiz.HandInAsync(school, maria, AttemptMode.Graded, right: false);
        school.Clock.Now = assigned.DueUtc.AddMinutes(1);
        await Quiz.HandInAsync(school, maria, AttemptMode.Graded, right: true);
        Assert.Equal((1.0, true), await CellAsync(school, teacher, classId, maria));

        var sooner = Settings(assigned) with { Counts = CountedAttempt.Mean };
        var later = Settings(assigned) with { DueUtc = assigned.DueUtc.AddDays(1) };
        var effects = await school.AssignmentPreview.CompareAsync(teacher, assigned.Id, sooner, Ct);
        var effect = Assert.Single((await school.AssignmentPreview.CompareAsync(teacher, assigned.Id, later, Ct))!);

        Assert.Equal([new AssignmentEffect("Maria", new(1, true), new(0.5, true))], effects!);
        Assert.Equal(("Maria", true, false), (effect.Student, effect.Before.IsLate, effect.After.IsLate));
        Assert.Equal((1.0, true), await CellAsync(school, teacher, classId, maria));

        var changed = await school.Assignments.EditAsync(teacher, assigned.Id, later, assigned.Version, Ct);

        Assert.Equal(later.DueUtc, changed.Value!.DueUtc);
        Assert.Equal((1.0, false), await CellAsync(school, teacher, classId, maria));
        Assert.Empty((await school.AssignmentPreview.CompareAsync(teacher, assigned.Id, later, Ct))!);
    }

    [Theory, BothProviders]
    public async Task What_counts_is_the_best_the_last_the_first_or_the_mean(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var assigned = await AssignAsync(school, teacher, classId);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        school.Clock.Now = assigned.DueUtc.AddMinutes(1);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: false);
        var seen = new List<(CountedAttempt Counts, double Score, bool IsLate)>();

        foreach (var counts in Enum.GetValues<CountedAttempt>())
        {
            assigned = (await school.Assignments.EditAsync(
                teacher, assigned.Id, Settings(assigned) with { Counts = counts }, assigned.Version, Ct)).Value!;
            var cell = await CellAsync(school, teacher, classId, student);
            seen.Add((counts, Math.Round(cell.Score!.Value, 9), cell.IsLate));
        }

        Assert.Equal(
            [
                (CountedAttempt.Best, 1, false), (CountedAttempt.Last, 0, true), (CountedAttempt.First, 0, false),
                (CountedAttempt.Mean, Math.Round(1.0 / 3, 9), true),
            ],
            seen);
    }

    [Theory, BothProviders]
    public async Task Two_teachers_do_not_undo_each_others_change(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var assigned = await AssignAsync(school, teacher, await school.AddClassAsync(teacher));

        var first = await school.Assignments.EditAsync(teacher, assigned.Id, Settings(assigned) with { Points = 20 }, assigned.Version, Ct);
        var second = await school.Assignments.EditAsync(teacher, assigned.Id, Settings(assigned) with { Points = 30 }, assigned.Version, Ct);

        Assert.Equal(20, first.Value!.Points);
        Assert.IsType<Refusal.Conflict>(second.Refusal);
        Assert.Equal(20, (await school.Assignments.FindAsync(teacher, assigned.Id, Ct))!.Points);
        var log = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!;
        Assert.Contains(
            "points 100 to 20", Assert.Single(log.Items, line => line.Action == AuditAction.AssignmentChanged).Detail!, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task Only_the_teachers_of_the_class_and_admins_find_change_and_compare_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var assigned = await AssignAsync(school, teacher, await school.AddClassAsync(teacher, student));

        foreach (var stranger in new[] { student, await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student) })
        {
            Assert.Null(await school.Assignments.FindAsync(stranger, assigned.Id, Ct));
            Assert.Null(await school.AssignmentPreview.CompareAsync(stranger, assigned.Id, Settings(assigned), Ct));
            Assert.IsType<Refusal.NotFound>(
                (await school.Assignments.EditAsync(stranger, assigned.Id, Settings(assigned), assigned.Version, Ct)).Refusal);
        }

        Assert.NotNull(await school.Assignments.FindAsync(await school.AddAsync(Role.Admin), assigned.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_a_change_is_named_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var assigned = await AssignAsync(school, teacher, await school.AddClassAsync(teacher));

        var refused = await school.Assignments.EditAsync(
            teacher,
            assigned.Id,
            new()
            {
                Title = new string('x', Assignment.LongestTitle + 1),
                OpensUtc = assigned.DueUtc,
                DueUtc = assigned.DueUtc,
                ClosesUtc = assigned.DueUtc.AddSeconds(-1),
                Counts = (CountedAttempt)9,
                Points = Assignment.MostPoints + 1,
                AttemptsAllowed = 0,
            },
            assigned.Version,
            Ct);

        Assert.Equal(
            ["attempts", "closes", "counts", "opens", "points", "title"],
            Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults.Select(fault => fault.Field).Order());
        Assert.Equal(assigned, await school.Assignments.FindAsync(teacher, assigned.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task A_draft_is_seen_by_teachers_only(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var assigned = await AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = null, IsDraft = true });

        Assert.Empty(await school.Progress.AssignedAsync(student, Ct));
        Assert.Empty((await school.Assignments.ListForClassAsync(student, classId, Ct))!);
        Assert.Single((await school.Assignments.ListForClassAsync(teacher, classId, Ct))!);

        await school.Assignments.EditAsync(teacher, assigned.Id, Settings(assigned) with { IsDraft = false }, assigned.Version, Ct);
        Assert.Single(await school.Progress.AssignedAsync(student, Ct));
    }

    internal static async Task<AssignmentDetails> AssignAsync(TestSchool school, Actor teacher, int classId, NewAssignment? wanted = null)
    {
        var assigned = await school.Assignments.AssignAsync(
            teacher,
            classId,
            (wanted ?? new() { Slug = "", DueUtc = null }) with
            {
                Slug = school.Term.Slug,
                DueUtc = wanted?.DueUtc ?? school.Clock.Now.AddDays(3),
            },
            Ct);
        Assert.True(assigned.Succeeded, assigned.Refusal?.Message);
        return assigned.Value;
    }

    internal static AssignmentSettings Settings(AssignmentDetails details) => new()
    {
        Title = details.Title,
        OpensUtc = details.OpensUtc,
        DueUtc = details.DueUtc,
        ClosesUtc = details.ClosesUtc,
        Counts = details.Counts,
        Points = details.Points,
        AttemptsAllowed = details.AttemptsAllowed,
        IsDraft = details.IsDraft,
    };

    private static async Task<(double? Score, bool IsLate)> CellAsync(TestSchool school, Actor teacher, int classId, Actor student)
    {
        var progress = (await school.Progress.ClassProgressAsync(teacher, classId, Ct))!;
        var cell = Assert.Single(progress.Students.Single(row => row.Student.Id == student.UserId).Cells);
        return (cell.Score, cell.IsLate);
    }
}
