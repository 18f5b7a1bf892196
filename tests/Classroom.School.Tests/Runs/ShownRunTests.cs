using Classroom.School.Audit;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

/// <summary>A run that a teacher shows to a class: who sees it, what they may do with it, and when that ends.</summary>
public sealed class ShownRunTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Everybody_in_the_class_and_nobody_else_sees_a_run_that_is_shown(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (c, run) = await SceneAsync(school);
        var classmate = await school.AddAsync(Role.Student, "Classmate");
        Assert.Null(await school.Rosters.EnrolAsync(c.Admin, c.ClassId, classmate.UserId, Ct));
        Actor[] outside = [c.Waiting, c.Removed, c.Stranger, await school.AddAsync(Role.Student)];
        Assert.False(await SeesAsync(school, classmate, run));

        Assert.Null(await school.ShownRuns.ShowAsync(c.Teacher, run, c.ClassId, isNamed: false, Ct));

        foreach (var actor in new[] { classmate, c.Student, c.Owner, c.Teacher, c.Assistant, c.Admin })
        {
            Assert.True(await SeesAsync(school, actor, run));
        }

        foreach (var actor in outside)
        {
            Assert.False(await SeesAsync(school, actor, run));
            Assert.Null(await school.Runs.FindStandingAsync(actor, run, Ct));
        }

        // Looking is all: it is in none of her lists, and she can neither stop it nor go on from its weights.
        Assert.Empty(await school.Runs.ListAsync(classmate, new RunFilter { OwnerId = c.Student.UserId }, Ct));
        Assert.False(await school.Runs.MayControlAsync(classmate, run, Ct));
        Assert.Null(await school.Runs.FindWithWeightsAsync(classmate, run, Ct));
        Assert.Equal(new RunStanding(IsManaged: false, Owner: null), await school.Runs.FindStandingAsync(classmate, run, Ct));
        Assert.Equal(new RunStanding(IsManaged: true, "Student"), await school.Runs.FindStandingAsync(c.Owner, run, Ct));

        Assert.Null(await school.ShownRuns.ShowAsync(c.Teacher, run, c.ClassId, isNamed: true, Ct));
        Assert.Equal("Student", (await school.Runs.FindStandingAsync(classmate, run, Ct))!.Owner);
        Assert.Null((await school.Runs.FindStandingAsync(c.Student, run, Ct))!.Owner);
        Assert.True(Assert.Single(await school.ShownRuns.ListOwnAsync(c.Student, run, Ct)).IsNamed);
        Assert.Empty(await school.ShownRuns.ListOwnAsync(classmate, run, Ct));

        Assert.Null(await school.ShownRuns.TakeBackAsync(c.Owner, run, c.ClassId, Ct));
        Assert.Null(await school.ShownRuns.TakeBackAsync(c.Owner, run, c.ClassId, Ct));
        Assert.False(await SeesAsync(school, classmate, run));
        Assert.Null(await school.Runs.FindAsync(classmate, run, Ct));
    }

    [Theory, BothProviders]
    public async Task Only_a_teacher_of_both_shows_a_run_to_a_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (c, run) = await SceneAsync(school);
        var theirs = await school.AddClassAsync(c.Stranger);
        foreach (var (actor, classId) in new[]
        {
            (c.Stranger, theirs), (c.Stranger, c.ClassId), (c.Owner, theirs), (c.Assistant, c.ClassId), (c.Student, c.ClassId),
            (c.Waiting, c.ClassId), (c.Owner, 987654),
        })
        {
            Assert.IsType<Refusal.NotFound>(await school.ShownRuns.ShowAsync(actor, run, classId, isNamed: false, Ct));
        }

        Assert.IsType<Refusal.NotFound>(await school.ShownRuns.ShowAsync(c.Owner, Guid.NewGuid(), c.ClassId, isNamed: false, Ct));
        var second = await school.AddClassAsync(c.Owner, await school.AddAsync(Role.Student));
        Assert.Equal([c.ClassId, second], (await school.ShownRuns.ListAudiencesAsync(c.Owner, run, Ct)).Select(a => a.ClassId).Order());
        Assert.Equal([c.ClassId], (await school.ShownRuns.ListAudiencesAsync(c.Teacher, run, Ct)).Select(a => a.ClassId));
        foreach (var actor in new[] { c.Assistant, c.Stranger, c.Student, c.Waiting })
        {
            Assert.Empty(await school.ShownRuns.ListAudiencesAsync(actor, run, Ct));
        }

        Assert.Null(await school.ShownRuns.ShowAsync(c.Owner, run, c.ClassId, isNamed: true, Ct));
        foreach (var actor in new[] { c.Assistant, c.Student, c.Stranger })
        {
            Assert.IsType<Refusal.NotFound>(await school.ShownRuns.TakeBackAsync(actor, run, c.ClassId, Ct));
        }

        Assert.Single((await school.ShownRuns.ListForClassAsync(c.Assistant, c.ClassId, Ct))!);
        Assert.Null(await school.ShownRuns.ListForClassAsync(c.Student, c.ClassId, Ct));
        Assert.Null(await school.ShownRuns.ListForClassAsync(c.Stranger, c.ClassId, Ct));
    }

    [Theory, BothProviders]
    public async Task A_teachers_own_run_can_be_shown_and_is_hers_as_long_as_she_teaches_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (c, _) = await SceneAsync(school);
        var run = (await school.RunCreator.CreateAsync(c.Teacher, RunTests.Wanted, Ct)).Value!.Id;
        Assert.Null(await school.ShownRuns.ShowAsync(c.Teacher, run, c.ClassId, isNamed: false, Ct));
        Assert.True(await SeesAsync(school, c.Student, run));
        Assert.Null(Assert.Single((await school.ShownRuns.ListForClassAsync(c.Assistant, c.ClassId, Ct))!).Owner);

        Assert.Null(await school.ClassTeachers.RemoveAsync(c.Owner, c.ClassId, c.Teacher.UserId, Ct));
        Assert.False(await SeesAsync(school, c.Student, run));
        Assert.Empty((await school.ShownRuns.ListForClassAsync(c.Owner, c.ClassId, Ct))!);
    }

    [Theory, BothProviders]
    public async Task It_ends_with_the_class_with_ones_place_in_it_and_with_the_owners(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (c, run) = await SceneAsync(school);
        var other = await school.AddAsync(Role.Student);
        var second = await school.AddClassAsync(c.Owner, other);
        Assert.Null(await school.ShownRuns.ShowAsync(c.Owner, run, second, isNamed: false, Ct));
        Assert.True(await SeesAsync(school, other, run));

        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, second, Ct));
        Assert.False(await SeesAsync(school, other, run));
        Assert.IsType<Refusal.Conflict>(await school.ShownRuns.TakeBackAsync(c.Owner, run, second, Ct));
        Assert.IsType<Refusal.Conflict>(await school.ShownRuns.ShowAsync(c.Owner, run, second, isNamed: true, Ct));
        Assert.Null(await school.ClassArchive.RestoreAsync(c.Owner, second, Ct));
        Assert.True(await SeesAsync(school, other, run));

        Assert.Null(await school.Rosters.RemoveAsync(c.Owner, second, other.UserId, Ct));
        Assert.False(await SeesAsync(school, other, run));
        Assert.Null(await school.Rosters.EnrolAsync(c.Admin, second, other.UserId, Ct));
        Assert.True(await SeesAsync(school, other, run));

        // Whose run it is has left every class of the second one's staff.
        Assert.Null(await school.Rosters.RemoveAsync(c.Owner, c.ClassId, c.Student.UserId, Ct));
        Assert.False(await SeesAsync(school, other, run));
    }

    [Theory, BothProviders]
    public async Task Showing_and_taking_back_are_each_recorded_once_with_what_was_before(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (c, run) = await SceneAsync(school);
        await Running.AtOnce(3, () => school.ShownRuns.ShowAsync(c.Owner, run, c.ClassId, isNamed: false, Ct));
        await school.ShownRuns.ShowAsync(c.Teacher, run, c.ClassId, isNamed: true, Ct);
        await Running.AtOnce(3, () => school.ShownRuns.TakeBackAsync(c.Teacher, run, c.ClassId, Ct));

        var lines = (await school.Audit.ListAsync(c.Admin, cancellationToken: Ct))!.Items
            .Where(line => line.Action is AuditAction.RunShown or AuditAction.RunTakenBack).Reverse().ToList();
        var what = $"(#{c.ClassId}): run {run} of Student";
        Assert.Equal([AuditAction.RunShown, AuditAction.RunShown, AuditAction.RunTakenBack], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.StartsWith(what, line.Detail, StringComparison.Ordinal));
        Assert.EndsWith("without the name", lines[0].Detail, StringComparison.Ordinal);
        Assert.EndsWith("with the name, before without the name", lines[1].Detail, StringComparison.Ordinal);
        Assert.EndsWith("was shown with the name", lines[2].Detail, StringComparison.Ordinal);
    }

    private static async Task<(Staffed Class, Guid Run)> SceneAsync(TestSchool school)
    {
        var staffed = await Staffed.CreateAsync(school);
        return (staffed, (await school.RunCreator.CreateAsync(staffed.Student, RunTests.Wanted, Ct)).Value!.Id);
    }

    private static Task<bool> SeesAsync(TestSchool school, Actor actor, Guid run) => school.Runs.MaySeeAllAsync(actor, [run], Ct);
}
