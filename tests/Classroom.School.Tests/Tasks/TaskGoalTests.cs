using Classroom.School.Assignments;
using Classroom.School.Audit;

namespace Classroom.School.Tests;

public sealed class TaskGoalTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_first_has_nobody_to_beat_and_the_next_needs_the_accuracy_with_fewer_weights(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school, goal: TaskGoal.BeatClass);
        Assert.Null((await school.Tasks.FindAsync(scene.Maria, scene.Task.Id, Ct))!.Rival);

        var first = (await scene.HandInAsync(scene.Maria, accuracy: null, weights: 900)).Value!;
        var good = (await scene.HandInAsync(scene.Maria, accuracy: 0.9, weights: 500)).Value!;
        var rival = (await school.Tasks.FindAsync(scene.Noah, scene.Task.Id, Ct))!.Rival;
        var equal = (await scene.HandInAsync(scene.Noah, accuracy: 0.9, weights: 500)).Value!;
        var beaten = (await scene.HandInAsync(scene.Noah, accuracy: 0.9, weights: 499)).Value!;
        var worse = (await scene.HandInAsync(scene.Noah, accuracy: 0.89, weights: 600)).Value!;
        var back = (await scene.HandInAsync(scene.Maria, accuracy: 0.9, weights: 499)).Value!;

        Assert.Equal(new TaskRival(0.9, 500), rival);
        Assert.Equal((1.0, 1.0), (first.FirstScore, good.FirstScore));
        Assert.Equal((0.5, 1.0, 0.0), (equal.FirstScore, beaten.FirstScore, worse.FirstScore));
        Assert.Equal((new TaskRival(0.9, 499), 0.5), (back.Result.Rival, back.FirstScore));
    }

    [Theory, BothProviders]
    public async Task Of_two_who_hand_in_first_at_the_same_moment_one_has_the_other_to_beat(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school, goal: TaskGoal.BeatClass);
        var runs = new[] { (scene.Maria, await scene.TrainAsync(scene.Maria)), (scene.Noah, await scene.TrainAsync(scene.Noah)) };
        var next = 0;

        var outcomes = await AtOnce(2, () =>
        {
            var (student, run) = runs[Interlocked.Increment(ref next) - 1];
            return school.TaskService.HandInAsync(student, scene.Task.Id, run, TaskScene.Values(0.9, 100), Ct);
        });

        Assert.Equal([0.5, 1.0], outcomes.Select(outcome => outcome.Value!.FirstScore).Order());
    }

    [Theory, BothProviders]
    public async Task A_changed_goal_judges_what_was_measured_and_says_whom_it_cannot_judge(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        await scene.HandInAsync(scene.Maria, accuracy: 0.96, weights: 6000, overfitting: 1.4);
        await scene.HandInAsync(scene.Noah, accuracy: 0.96, weights: 6000, overfitting: 1.1);
        var overfits = scene.Settings() with { Goal = new() { Conditions = [new("overfitting", null, 1.3, null)] } };
        var sooner = scene.Settings() with { Goal = new() { Conditions = [new("steps-to-accuracy", 0.9, null, 100)] } };

        var effects = (await school.AssignmentPreview.CompareAsync(scene.Teacher, scene.Task.Id, overfits, Ct))!;
        var unjudged = (await school.AssignmentPreview.CompareAsync(scene.Teacher, scene.Task.Id, sooner, Ct))!;
        scene.Task = (await school.Assignments.EditAsync(scene.Teacher, scene.Task.Id, overfits, scene.Task.Version, Ct)).Value!;

        Assert.Equal(
            [("Maria", 0.5, 1.0, false), ("Noah", 0.5, 0.0, false)],
            effects.Select(effect => (effect.Student, effect.Before.Score, effect.After.Score, effect.IsUnjudged)));
        Assert.Equal(
            [("Maria", 0.5, true), ("Noah", 0.5, true)],
            unjudged.Select(effect => (effect.Student, effect.After.Score, effect.IsUnjudged)));
        Assert.Equal((1.0, 0.0), (await scene.ScoreAsync(scene.Maria), await scene.ScoreAsync(scene.Noah)));
        await school.Assignments.EditAsync(scene.Teacher, scene.Task.Id, sooner, scene.Task.Version, Ct);
        Assert.Equal(0.5, await scene.ScoreAsync(scene.Maria));
        var admin = await school.AddAsync(People.Role.Admin);
        var entry = (await school.Audit.ListAsync(admin, 1, Ct))!.Items.First(line => line.Action == AuditAction.AssignmentChanged);
        Assert.Contains("goal overfitting at least 1.3 to steps-to-accuracy 0.9 at most 100", entry.Detail, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task Whatever_is_wrong_with_a_goal_is_named_in_its_field(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        TaskCondition fine = new("weights", null, null, 10);
        foreach (var (goal, fields) in new (TaskGoal?, string[])[]
        {
            (null, ["goal"]),
            (new(), ["goal"]),
            (new() { BeatsClass = true, Conditions = [fine] }, ["goal"]),
            (new() { Conditions = [.. Enumerable.Repeat(fine, 6)] }, ["goal"]),
            (new() { Conditions = [fine, new("weights", null, 5, null)] }, ["goal[1].measure"]),
            (new() { Conditions = [new("'; DROP TABLE", null, 1, null)] }, ["goal[0].measure"]),
            (new() { Conditions = [new("weights", null, double.NaN, double.PositiveInfinity)] }, ["goal[0].atLeast", "goal[0].atMost"]),
            (new() { Conditions = [new("weights", 0.5, 1, null)] }, ["goal[0].level"]),
            (new() { Conditions = [new("steps-to-accuracy", null, 1, null)] }, ["goal[0].level"]),
            (new() { Conditions = [new("steps-to-accuracy", double.NaN, 1, null)] }, ["goal[0].level"]),
            (new() { Conditions = [new("steps-to-accuracy", 95, 1, null)] }, ["goal[0].level"]),
            (new() { Conditions = [new("weights", null, null, null)] }, ["goal[0].atLeast"]),
            (new() { Conditions = [new("weights", null, 5, 4)] }, ["goal[0].atLeast"]),
        })
        {
            var wanted = TaskScene.Wanted(school) with { Goal = goal, Title = "Another" };
            var created = await school.Assignments.AssignAsync(scene.Teacher, scene.ClassId, wanted, Ct);
            var changed = await school.Assignments.EditAsync(
                scene.Teacher, scene.Task.Id, scene.Settings() with { Goal = goal }, scene.Task.Version, Ct);

            Assert.Equal(fields, Assert.IsType<Refusal.Invalid>(created.Refusal).Faults.Select(fault => fault.Field).Distinct());
            Assert.Equal(fields, Assert.IsType<Refusal.Invalid>(changed.Refusal).Faults.Select(fault => fault.Field).Distinct());
        }
    }

    [Theory, BothProviders]
    public async Task A_task_needs_a_name_and_plain_text_and_nothing_else_has_what_only_tasks_have(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        var wanted = TaskScene.Wanted(school) with { Title = "Another" };
        foreach (var (changed, fields) in new (NewAssignment, string[])[]
        {
            (wanted with { Title = " " }, ["title"]),
            (wanted with { Title = null, Slug = "no-such-term" }, ["slug"]),
            (wanted with { Instructions = new string('x', 2001) }, ["instructions"]),
            (wanted with { Instructions = "a\0b" }, ["instructions"]),
            (wanted with { Instructions = "half \ud83d a smile" }, ["instructions"]),
            (wanted with { ConfigJson = new string('1', 3001) }, ["config"]),
            (wanted with { Kind = AssignmentKind.Quiz, Slug = school.Term.Slug }, ["config", "goal", "instructions"]),
        })
        {
            var outcome = await school.Assignments.AssignAsync(scene.Teacher, scene.ClassId, changed, Ct);
            Assert.Equal(fields, Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults.Select(fault => fault.Field).Order());
        }

        Assert.True((await school.Assignments.AssignAsync(scene.Teacher, scene.ClassId, wanted, Ct)).Succeeded);
        var ofTerm = wanted with { Title = null, Slug = school.Term.Slug, Instructions = new string('x', 2000) };
        Assert.True((await school.Assignments.AssignAsync(scene.Teacher, scene.ClassId, ofTerm, Ct)).Succeeded);
        Assert.False((await school.Assignments.AssignAsync(scene.Teacher, scene.ClassId, wanted, Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task A_copied_class_has_its_tasks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);

        var copy = (await school.ClassCopies.CopyAsync(scene.Teacher, scene.ClassId, new("8b", 7), Ct)).Value!;

        var task = Assert.Single((await school.Assignments.ListForClassAsync(scene.Teacher, copy.Id, Ct))!);
        Assert.Equal(
            (scene.Task.Title, scene.Task.Goal, scene.Task.ConfigJson, scene.Task.Instructions, true),
            (task.Title, task.Goal, task.ConfigJson, task.Instructions, task.IsDraft));
        Assert.Empty(await school.Tasks.ListForStudentAsync(scene.Teacher, task.Id, scene.Maria.UserId, Ct));
    }
}
