using Classroom.School.Assignments;

namespace Classroom.School.Tests;

/// <summary>Orders in which nobody could ever begin, and what a class does not have.</summary>
public sealed class PrerequisiteFaultTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task No_circle_is_stored_whether_by_what_comes_first_or_by_a_list(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.Second, scene.First);
        await scene.PutAfterAsync(scene.Third, scene.Second);

        var circle = await scene.EditAsync(scene.First, now => now with { AfterId = scene.Third, Points = 7 });
        Assert.Equal(
            "Nobody could ever begin these, because each waits for the next: \"Third\" → \"Second\" → \"First\" → \"Third\".",
            Message(circle.Refusal, "after").Replace("\"First\" → \"Third\" → \"Second\" → \"First\"",
                "\"Third\" → \"Second\" → \"First\" → \"Third\"", StringComparison.Ordinal));
        Assert.Equal((null, 100), ((await scene.FindAsync(scene.First)).AfterId, (await scene.FindAsync(scene.First)).Points));
        var itself = await scene.EditAsync(scene.First, now => now with { AfterId = scene.First });
        Assert.Equal("An assignment cannot come after itself. Choose another one.", Message(itself.Refusal, "after"));

        var backward = new ListSettings("Backward", true, [scene.Third, scene.First]);
        var refused = await school.AssignmentLists.CreateAsync(scene.Teacher, scene.ClassId, backward, Ct);
        Assert.StartsWith("Nobody could ever begin these", Message(refused.Refusal, "steps"), StringComparison.Ordinal);
        var anyOrder = await scene.ListInOrderAsync(isSequential: false, scene.Third, scene.First);
        Assert.IsType<Refusal.Invalid>(await school.AssignmentLists.ChangeAsync(
            scene.Teacher, anyOrder.Id, anyOrder.ToSettings() with { IsSequential = true }, anyOrder.Version, Ct));
        var forward = anyOrder.ToSettings() with { IsSequential = true, Steps = [scene.First, scene.Third] };
        Assert.Null(await school.AssignmentLists.ChangeAsync(scene.Teacher, anyOrder.Id, forward, anyOrder.Version, Ct));
        var moved = await scene.EditAsync(scene.Second, now => now with { ListId = anyOrder.Id });
        Assert.StartsWith("Nobody could ever begin these", Message(moved.Refusal, "after"), StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task Of_two_changes_at_once_that_would_make_a_circle_one_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var turn = 0;

        var outcomes = await AtOnce(2, () => Interlocked.Increment(ref turn) == 1
            ? scene.EditAsync(scene.First, now => now with { AfterId = scene.Second })
            : scene.EditAsync(scene.Second, now => now with { AfterId = scene.First }));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Single(await scene.ListAsync(), assignment => assignment.AfterId is not null);
    }

    [Theory, BothProviders]
    public async Task All_that_is_wrong_is_named_at_once_and_nothing_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var other = await OrderScene.CreateAsync(school);
        var strange = await other.ListInOrderAsync(isSequential: false, other.Third);

        var edited = await scene.EditAsync(
            scene.First, now => now with { AfterId = other.First, AfterPercent = 101, ListId = strange.Id, Points = -1 });
        Assert.Equal(
            ["after", "afterPercent", "list", "points"],
            Assert.IsType<Refusal.Invalid>(edited.Refusal).Faults.Select(fault => fault.Field).Order());
        var percentAlone = await scene.EditAsync(scene.First, now => now with { AfterPercent = 80 });
        Assert.StartsWith("Say which assignment", Message(percentAlone.Refusal, "afterPercent"), StringComparison.Ordinal);
        var experiment = await scene.AssignAsync("Experiment", 1, wanted => wanted with
        {
            Kind = AssignmentKind.Experiment,
            Slug = school.Curriculum.Terms.First(term => term.HasExperiment).Slug,
        });
        var scored = await scene.EditAsync(scene.First, now => now with { AfterId = experiment.Id, AfterPercent = 80 });
        Assert.StartsWith("An experiment has no score", Message(scored.Refusal, "afterPercent"), StringComparison.Ordinal);

        await scene.ListInOrderAsync(isSequential: false, scene.Third);
        var list = await school.AssignmentLists.CreateAsync(
            scene.Teacher, scene.ClassId, new(" ", true, [scene.First, other.First, scene.First, scene.Third]), Ct);
        Assert.Equal(
            ["steps[1]", "steps[2]", "steps[3]", "title"],
            Assert.IsType<Refusal.Invalid>(list.Refusal).Faults.Select(fault => fault.Field).Order());
        Assert.Single((await school.AssignmentLists.ListAsync(scene.Teacher, scene.ClassId, Ct))!);
        Assert.All(await scene.ListAsync(), assignment => Assert.Null(assignment.AfterId));
    }

    private static string Message(Refusal? refusal, string field) =>
        Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Faults, fault => fault.Field == field).Message;
}
