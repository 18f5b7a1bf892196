using Classroom.School.Assignments;
using Classroom.School.People;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>Assignments of a class that are done in an order.</summary>
public sealed class AssignmentListTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Everybody_sees_the_steps_together_in_the_teachers_order(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var between = (await scene.AssignAsync("Between", 8)).Id;
        var list = await scene.ListInOrderAsync(isSequential: false, scene.Third, scene.First);

        await ExpectAsync([scene.Third, scene.First, scene.Second, between]);
        Assert.Null(await school.AssignmentLists.ChangeAsync(
            scene.Teacher, list.Id, list.ToSettings() with { Steps = [scene.First, between, scene.Third] }, list.Version, Ct));
        await ExpectAsync([scene.First, between, scene.Third, scene.Second]);
        await scene.EditAsync(scene.Second, now => now with { ListId = list.Id });
        await ExpectAsync([scene.First, between, scene.Third, scene.Second]);
        await scene.EditAsync(scene.First, now => now with { ListId = null });
        await ExpectAsync([scene.First, between, scene.Third, scene.Second]);
        Assert.Equal(
            [between, scene.Third, scene.Second], (await school.AssignmentLists.FindAsync(scene.Teacher, list.Id, Ct))!.Steps);

        async Task ExpectAsync(int[] ids)
        {
            var settings = (await school.Services.GetRequiredService<AssignmentReader>().ListAsync(scene.Teacher, scene.ClassId, Ct))!;
            Assert.Equal(ids, settings.Select(setup => setup.Assignment.Id));
            Assert.Equal(ids, (await scene.ListAsync()).Select(assignment => assignment.Id));
            Assert.Equal(
                ids, (await school.Progress.ClassProgressAsync(scene.Teacher, scene.ClassId, Ct))!.Assignments.Select(a => a.Id));
            Assert.Equal(ids, (await school.Gradebooks.ReadAsync(scene.Teacher, scene.ClassId, Ct))!.Assignments.Select(a => a.Id));
            Assert.Equal(ids, (await school.Progress.AssignedAsync(scene.Maria, Ct)).Select(due => due.Assignment.Id));
        }
    }

    [Theory, BothProviders]
    public async Task In_a_list_one_after_the_other_each_step_opens_when_the_one_before_is_done(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var wanted = new ListSettings("Week 1", true, [scene.Second, scene.Third, scene.First]);
        var effects = (await school.PrerequisitePreview.CompareListAsync(scene.Teacher, scene.ClassId, null, wanted, Ct))!;
        Assert.Equal([scene.Third, scene.First], effects.Select(effect => effect.Assignment.Id));
        Assert.All(effects, effect => Assert.Equal(["Maria", "Noah"], effect.Locked));
        var list = (await school.AssignmentLists.CreateAsync(scene.Teacher, scene.ClassId, wanted, Ct)).Value!;

        Assert.Equal("First finish \"Second\".", await scene.LockAsync(scene.Maria, scene.First));
        await scene.HandInAsync(scene.Maria, scene.Second);
        Assert.Equal("First finish \"Third\".", await scene.LockAsync(scene.Maria, scene.First));
        Assert.Null(await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.Third, scene.Maria.UserId, new() { IsExcused = true }, cancellationToken: Ct));
        Assert.Null(await scene.LockAsync(scene.Maria, scene.First));
        await scene.EditAsync(scene.Second, now => now with { Students = [scene.Maria.UserId] });
        Assert.Equal("First finish \"Third\".", await scene.LockAsync(scene.Noah, scene.First));
        Assert.Null(await scene.LockAsync(scene.Noah, scene.Third));

        Assert.Null(await school.AssignmentLists.RemoveAsync(scene.Teacher, list.Id, Ct));
        Assert.Null(await scene.LockAsync(scene.Noah, scene.First));
        Assert.Equal(3, (await scene.ListAsync()).Count(assignment => assignment.List is null));
        Assert.Empty((await school.AssignmentLists.ListAsync(scene.Teacher, scene.ClassId, Ct))!);
    }

    [Theory, BothProviders]
    public async Task Of_two_who_change_a_list_at_once_the_second_is_told(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var list = await scene.ListInOrderAsync(isSequential: true, scene.First, scene.Second);

        var refusals = await AtOnce(2, () => school.AssignmentLists.ChangeAsync(
            scene.Teacher, list.Id, list.ToSettings() with { Steps = [scene.Second, scene.First] }, list.Version, Ct));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Single(refusals.OfType<Refusal.Conflict>());
        var changed = (await school.AssignmentLists.FindAsync(scene.Teacher, list.Id, Ct))!;
        Assert.Equal([scene.Second, scene.First], changed.Steps);
        await scene.EditAsync(scene.Third, now => now with { ListId = list.Id });
        Assert.IsType<Refusal.Conflict>(await school.AssignmentLists.ChangeAsync(
            scene.Teacher, list.Id, changed.ToSettings(), changed.Version, Ct));
        Assert.Null(await school.Assignments.RemoveAsync(scene.Teacher, scene.ClassId, scene.First, Ct));
        Assert.Equal([scene.Second, scene.Third], (await school.AssignmentLists.FindAsync(scene.Teacher, list.Id, Ct))!.Steps);
    }

    [Theory, BothProviders]
    public async Task Staff_see_lists_teachers_change_them_and_nobody_else_knows_of_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var step = (await AssignmentEditingTests.AssignAsync(school, c.Owner, c.ClassId)).Id;
        var wanted = new ListSettings("Week 1", true, [step]);
        var list = (await school.AssignmentLists.CreateAsync(c.Owner, c.ClassId, wanted, Ct)).Value!;

        foreach (var (actor, sees, changes) in new[]
        {
            (c.Admin, true, true), (c.Owner, true, true), (c.Teacher, true, true), (c.Assistant, true, false),
            (c.Stranger, false, false), (c.Student, false, false), (c.Waiting, false, false),
        })
        {
            Assert.Equal(sees, await school.AssignmentLists.ListAsync(actor, c.ClassId, Ct) is not null);
            var found = await school.AssignmentLists.FindAsync(actor, list.Id, Ct);
            Assert.Equal(sees, found is not null);
            var version = (await school.AssignmentLists.FindAsync(c.Owner, list.Id, Ct))!.Version;
            Assert.Equal(changes, await school.AssignmentLists.ChangeAsync(actor, list.Id, wanted, version, Ct) is null);
            var preview = await school.PrerequisitePreview.CompareListAsync(actor, c.ClassId, list.Id, wanted, Ct);
            Assert.Equal(changes, preview is not null);
            var made = await school.AssignmentLists.CreateAsync(actor, c.ClassId, new("More", false, []), Ct);
            Assert.Equal(changes, made.Succeeded);
            Assert.Equal(changes, await school.AssignmentLists.RemoveAsync(actor, made.Value?.Id ?? list.Id, Ct) is null);
        }

        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));
        Assert.IsType<Refusal.Conflict>((await school.AssignmentLists.CreateAsync(c.Owner, c.ClassId, wanted, Ct)).Refusal);
        Assert.IsType<Refusal.Conflict>(await school.AssignmentLists.RemoveAsync(c.Owner, list.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task A_copied_class_has_its_lists_and_what_comes_before_what(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.First, scene.Third, percent: 60);
        await scene.ListInOrderAsync(isSequential: true, scene.Third, scene.Second);

        var copy = (await school.ClassCopies.CopyAsync(scene.Teacher, scene.ClassId, new ClassCopy("8b", 3), Ct)).Value!;

        var copied = (await school.Assignments.ListForClassAsync(scene.Teacher, copy.Id, Ct))!;
        Assert.Equal(["First", "Third", "Second"], copied.Select(assignment => assignment.Title));
        Assert.Equal((copied[1].Id, 60), (copied[0].AfterId!.Value, copied[0].AfterPercent!.Value));
        var list = Assert.Single((await school.AssignmentLists.ListAsync(scene.Teacher, copy.Id, Ct))!);
        Assert.Equal(("Week 1", true), (list.Title, list.IsSequential));
        Assert.Equal([copied[1].Id, copied[2].Id], list.Steps);
        Assert.Equal(3, (await scene.ListAsync()).Count);
    }

    [Theory, BothProviders]
    public async Task The_log_tells_what_a_list_was_and_is(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var list = await scene.ListInOrderAsync(isSequential: true, scene.First);
        await school.AssignmentLists.ChangeAsync(
            scene.Teacher, list.Id, new(" Week 2 ", false, [scene.Second, scene.First]), list.Version, Ct);
        await school.AssignmentLists.RemoveAsync(scene.Teacher, list.Id, Ct);

        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;

        var told = lines.Where(line => $"{line.Action}".StartsWith("List", StringComparison.Ordinal)).Select(line => line.Detail);
        Assert.Equal(
            [
                $"#{list.Id} of 7b: “Week 2”, in any order, steps #{scene.Second} #{scene.First}",
                $"#{list.Id} of 7b: “Week 1”, one after the other, steps #{scene.First} to “Week 2”, in any order, "
                    + $"steps #{scene.Second} #{scene.First}",
                $"for 7b: “Week 1”, one after the other, steps #{scene.First}",
            ],
            told);
    }
}
