using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class TaskTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_run_is_handed_in_and_its_conditions_make_the_score(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        var due = Assert.Single(await school.Progress.AssignedAsync(scene.Maria, Ct));

        var half = await scene.HandInAsync(scene.Maria, accuracy: 0.96, weights: 6000);
        var hair = await scene.HandInAsync(scene.Maria, accuracy: 0.95 - 1e-8, weights: 5000);
        var none = await scene.HandInAsync(scene.Maria, accuracy: null, weights: 6000);

        Assert.Equal(
            (AssignmentKind.Task, false, "Train a network.\nKeep it small."),
            (due.Assignment.Kind, due.IsDone, due.Assignment.Instructions));
        Assert.Equal((0.5, 1.0, 0.0), (half.Value!.FirstScore, hair.Value!.FirstScore, none.Value!.FirstScore));
        Assert.Equal([true, false], half.Value.Result.Check(TaskScene.SmallAndGood).Select(check => check.Holds!.Value));
        var done = Assert.Single(await school.Progress.AssignedAsync(scene.Maria, Ct));
        Assert.Equal((true, 1.0, 3), (done.IsDone, done.Score, done.Work.Attempts));
        Assert.Equal(1.0, await scene.ScoreAsync(scene.Maria));
        Assert.Equal(100.0, (await school.Gradebooks.ReadAsync(scene.Teacher, scene.ClassId, Ct))!.Students[0].Marks[0].Points);
        var seen = await school.Tasks.ListForStudentAsync(scene.Teacher, scene.Task.Id, scene.Maria.UserId, Ct);
        Assert.Equal([none.Value.RunId, hair.Value.RunId, half.Value.RunId], seen.Select(run => run.RunId));
        Assert.Equal(double.PositiveInfinity, seen[0].Result.Of("loss-left"));
    }

    [Theory, BothProviders]
    public async Task Two_clicks_hand_in_once_and_no_more_runs_are_taken_than_allowed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school, wanted => wanted with { AttemptsAllowed = 2 });
        var run = await scene.TrainAsync(scene.Maria);

        var same = await AtOnce(4, () => school.TaskService.HandInAsync(scene.Maria, scene.Task.Id, run, TaskScene.Values(0.9, 10), Ct));
        var others = new List<Guid>();
        for (var count = 0; count < 4; count++)
        {
            others.Add(await scene.TrainAsync(scene.Maria));
        }

        var next = 0;
        var different = await AtOnce(4, () => school.TaskService.HandInAsync(
            scene.Maria, scene.Task.Id, others[Interlocked.Increment(ref next) - 1], TaskScene.Values(0.9, 10), Ct));
        var again = await school.TaskService.HandInAsync(scene.Maria, scene.Task.Id, run, TaskScene.Values(0.1, 99), Ct);

        Assert.Single(same.Select(outcome => outcome.Value!.Id).Distinct());
        Assert.Single(different, outcome => outcome.Succeeded);
        Assert.All(
            different.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<Refusal.Conflict>(outcome.Refusal));
        Assert.Equal(0.9, again.Value!.Result.Of("validation-accuracy"));
        var view = (await school.Tasks.FindAsync(scene.Maria, scene.Task.Id, Ct))!;
        Assert.Equal((2, 0), (view.HandedIn.Count, view.AttemptsLeft));
        Assert.NotNull(view.Closed);
    }

    [Theory, BothProviders]
    public async Task Only_runs_of_her_own_that_were_made_since_and_have_ended_are_taken(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school, wanted => wanted with { OpensUtc = school.Clock.Now.AddHours(1) });
        var early = await scene.TrainAsync(scene.Maria);
        Assert.IsType<Refusal.Conflict>((await Hand(scene.Maria, early)).Refusal);
        school.Clock.Now = school.Clock.Now.AddHours(2);

        foreach (var run in new[]
        {
            early,
            await scene.TrainAsync(scene.Noah),
            await scene.TrainAsync(scene.Maria, RunState.Running),
            await scene.TrainAsync(scene.Maria, RunState.Failed),
            await scene.TrainAsync(scene.Maria, RunState.Stopped, valLoss: null),
            Guid.NewGuid(),
        })
        {
            Assert.Equal("run", Assert.Single(Assert.IsType<Refusal.Invalid>((await Hand(scene.Maria, run)).Refusal).Faults).Field);
        }

        Guid[] taken =
        [
            await scene.TrainAsync(scene.Maria, RunState.Stopped), await scene.TrainAsync(scene.Maria, RunState.Diverged, valLoss: null),
            await scene.TrainAsync(scene.Maria),
        ];
        var unmeasured = await school.TaskService.HandInAsync(scene.Maria, scene.Task.Id, taken[2], [], Ct);
        Assert.IsType<Refusal.Invalid>(unmeasured.Refusal);
        foreach (var page in new[] { 1, int.MaxValue, int.MinValue })
        {
            var listed = await school.Tasks.ListRunsAsync(scene.Maria, scene.Task.Id, page, Ct);
            Assert.Equal(taken.Reverse(), listed.Runs.Select(run => run.Id));
        }

        foreach (var run in taken)
        {
            Assert.True((await Hand(scene.Maria, run)).Succeeded);
        }

        Task<Outcome<TaskHandIn>> Hand(Actor student, Guid run) =>
            school.TaskService.HandInAsync(student, scene.Task.Id, run, TaskScene.Values(0.9, 10), Ct);
    }

    [Theory, BothProviders]
    public async Task Who_does_not_have_the_task_neither_sees_it_nor_hands_in(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        Assert.True((await scene.HandInAsync(scene.Maria, 0.9, 10)).Succeeded);
        var onlyMaria = scene.Settings() with { Students = [scene.Maria.UserId] };
        scene.Task = (await school.Assignments.EditAsync(scene.Teacher, scene.Task.Id, onlyMaria, scene.Task.Version, Ct)).Value!;

        var (outsider, admin) = (await school.AddAsync(Role.Student), await school.AddAsync(Role.Admin));
        foreach (var stranger in new[] { scene.Noah, scene.Teacher, outsider, admin })
        {
            Assert.Null(await school.Tasks.FindAsync(stranger, scene.Task.Id, Ct));
            Assert.Empty((await school.Tasks.ListRunsAsync(stranger, scene.Task.Id, 1, Ct)).Runs);
            Assert.IsType<Refusal.NotFound>((await scene.HandInAsync(stranger, 1, 1)).Refusal);
        }

        foreach (var stranger in new[] { scene.Noah, scene.Maria, await school.AddAsync(Role.Teacher) })
        {
            Assert.Empty(await school.Tasks.ListForStudentAsync(stranger, scene.Task.Id, scene.Maria.UserId, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task Nothing_is_taken_after_closing_and_late_runs_cost_what_lateness_costs(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(
            school, wanted => wanted with { Late = new(10, 0), ClosesUtc = wanted.DueUtc!.Value.AddDays(3) });
        school.Clock.Now = scene.Task.DueUtc.AddHours(1);
        Assert.True((await scene.HandInAsync(scene.Maria, 0.99, 10)).Succeeded);
        var late = Assert.Single(await school.Progress.AssignedAsync(scene.Maria, Ct));

        school.Clock.Now = scene.Task.ClosesUtc!.Value;
        var closed = await scene.HandInAsync(scene.Noah, 0.99, 10);
        Assert.Null(await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.Task.Id, scene.Noah.UserId, new() { DueUtc = scene.Task.ClosesUtc.Value.AddDays(5) }, null, Ct));
        var extended = await scene.HandInAsync(scene.Noah, 0.99, 10);

        Assert.Equal((true, 0.9), (late.IsLate, Math.Round(late.Score!.Value, 9)));
        Assert.IsType<Refusal.Conflict>(closed.Refusal);
        Assert.True(extended.Succeeded);
        Assert.Equal(1.0, await scene.ScoreAsync(scene.Noah));
    }

    [Theory, BothProviders]
    public async Task What_a_run_measured_outlives_the_run(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        var handedIn = (await scene.HandInAsync(scene.Maria, 0.96, 10)).Value!;
        await using (var db = school.OpenContext())
        {
            Assert.Equal(1, await db.Runs.Where(run => run.Id == handedIn.RunId).ExecuteDeleteAsync(Ct));
        }

        var kept = Assert.Single(await school.Tasks.ListForStudentAsync(scene.Teacher, scene.Task.Id, scene.Maria.UserId, Ct));
        Assert.Equal((null, 0.96), (kept.RunId, kept.Result.Of("validation-accuracy")));
        Assert.Equal(1.0, await scene.ScoreAsync(scene.Maria));
    }
}
