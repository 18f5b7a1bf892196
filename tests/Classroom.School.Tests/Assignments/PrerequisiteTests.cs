using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Assignments that open when another is done.</summary>
public sealed class PrerequisiteTests(SchoolTemplates templates)
{
    private const string FinishFirst = "First finish \"First\".";

    [Theory, BothProviders]
    public async Task What_comes_after_opens_to_each_student_when_she_has_handed_in_what_comes_first(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.Second, scene.First);

        Assert.Equal(FinishFirst, await scene.LockAsync(scene.Maria, scene.Second));
        var bySlug = await school.AttemptStarter.StartOrResumeAsync(
            scene.Maria, (await scene.FindAsync(scene.Second)).Slug, AttemptMode.Graded, Curriculum.Quizzes.QuestionLevel.Core, Ct);
        Assert.Equal($"{FinishFirst} Practice is open already.", Assert.IsType<Refusal.Conflict>(bySlug.Refusal).Message);

        await school.Attempts.SubmitAsync(scene.Maria, (await scene.StartAsync(scene.Maria, scene.First)).Value!.Id, Ct);
        Assert.Equal(FinishFirst, await scene.LockAsync(scene.Maria, scene.Second));

        await scene.HandInAsync(scene.Maria, scene.First, right: 0);
        Assert.Null(await scene.LockAsync(scene.Maria, scene.Second));
        Assert.True((await scene.StartAsync(scene.Maria, scene.Second)).Succeeded);
        Assert.Equal(FinishFirst, await scene.LockAsync(scene.Noah, scene.Second));
        Assert.Null(await scene.LockAsync(scene.Noah, scene.Third));
    }

    [Theory, BothProviders]
    public async Task A_score_can_be_asked_for_and_lateness_costs_nothing_of_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.EditAsync(scene.First, now => now with { Late = new(50, 0), AttemptsAllowed = 2 });
        await scene.PutAfterAsync(scene.Second, scene.First, percent: 80);
        Assert.Equal("First reach 80% in \"First\".", await scene.LockAsync(scene.Maria, scene.Second));

        school.Clock.Now = school.Clock.Now.AddDays(9);
        await scene.HandInAsync(scene.Maria, scene.First, right: 1);
        Assert.Equal("First reach 80% in \"First\".", await scene.LockAsync(scene.Maria, scene.Second));
        await scene.HandInAsync(scene.Maria, scene.First);
        Assert.Null(await scene.LockAsync(scene.Maria, scene.Second));

        await scene.HandInAsync(scene.Noah, scene.First, right: 0);
        await scene.HandInAsync(scene.Noah, scene.First, right: 0);
        Assert.Equal(
            "First reach 80% in \"First\". You can no longer hand that in, so ask your teacher.",
            await scene.LockAsync(scene.Noah, scene.Second));
    }

    [Theory, BothProviders]
    public async Task Whoever_is_excused_or_does_not_have_the_first_is_not_kept_out(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.Second, scene.First);
        await scene.PutAfterAsync(scene.Third, scene.Second);
        Assert.Null(await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.First, scene.Maria.UserId, new() { IsExcused = true }, cancellationToken: Ct));

        Assert.Null(await scene.LockAsync(scene.Maria, scene.Second));
        Assert.Equal(FinishFirst, await scene.LockAsync(scene.Noah, scene.Second));

        await scene.EditAsync(scene.First, now => now with { Students = [scene.Maria.UserId] });
        Assert.Null(await scene.LockAsync(scene.Noah, scene.Second));
        Assert.Equal("First finish \"Second\".", await scene.LockAsync(scene.Noah, scene.Third));
        await scene.EditAsync(scene.Second, now => now with { IsDraft = true });
        Assert.Null(await scene.LockAsync(scene.Noah, scene.Third));
    }

    [Theory, BothProviders]
    public async Task A_mark_that_the_teacher_gave_and_posted_stands_for_the_work(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.Second, scene.First, percent: 80);
        var mark = new StudentSettings { Points = 79, Reason = "Done on paper" };
        Assert.Null(await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.First, scene.Maria.UserId, mark, cancellationToken: Ct));
        Assert.NotNull(await scene.LockAsync(scene.Maria, scene.Second));

        Assert.Null(await school.Posting.PostAsync(scene.Teacher, scene.First, Ct));
        Assert.NotNull(await scene.LockAsync(scene.Maria, scene.Second));
        Assert.Null(await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.First, scene.Maria.UserId, mark with { Points = 80 }, cancellationToken: Ct));
        Assert.Null(await scene.LockAsync(scene.Maria, scene.Second));
        Assert.NotNull(await scene.LockAsync(scene.Noah, scene.Second));

        Assert.Null(await school.Posting.WithdrawAsync(scene.Teacher, scene.First, Ct));
        Assert.NotNull(await scene.LockAsync(scene.Maria, scene.Second));
    }

    [Theory, BothProviders]
    public async Task An_experiment_begins_only_when_what_comes_before_it_is_done(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var experiment = await scene.AssignAsync("Try it", 9, wanted => wanted with { Kind = AssignmentKind.Experiment, Slug = Trials.Slug });
        await scene.PutAfterAsync(experiment.Id, scene.First);

        var refused = await school.Experiments.PredictAsync(scene.Maria, Trials.Slug, "Both", null, Ct);
        Assert.Equal(FinishFirst, Assert.IsType<Refusal.Conflict>(refused.Refusal).Message);
        Assert.Null(await school.Experiments.CurrentAsync(scene.Maria, Trials.Slug, Ct));
        await scene.HandInAsync(scene.Maria, scene.First);
        Assert.True((await school.Experiments.PredictAsync(scene.Maria, Trials.Slug, "Both", null, Ct)).Succeeded);
        Assert.True((await school.Experiments.PredictAsync(scene.Teacher, Trials.Slug, "Both", null, Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task Whoever_had_begun_goes_on_and_the_change_says_for_whom_it_locks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var begun = (await scene.StartAsync(scene.Maria, scene.Second)).Value!;
        var wanted = new AssignmentSetup(await scene.FindAsync(scene.Second), null).ToSettings() with { AfterId = scene.First };

        var effect = Assert.Single((await school.PrerequisitePreview.CompareAsync(scene.Teacher, scene.Second, wanted, Ct))!);
        Assert.Equal((scene.Second, "Noah", 0), (effect.Assignment.Id, Assert.Single(effect.Locked), effect.Opened.Count));
        Assert.Null(await school.PrerequisitePreview.CompareAsync(scene.Maria, scene.Second, wanted, Ct));
        await scene.PutAfterAsync(scene.Second, scene.First);

        Assert.Null((await scene.OwnAsync(scene.Maria, scene.Second)).Unmet);
        Assert.Equal(begun.Id, (await scene.StartAsync(scene.Maria, scene.Second)).Value!.Id);
        await scene.HandInAsync(scene.Maria, scene.Second);
        Assert.True((await scene.StartAsync(scene.Maria, scene.Second)).Succeeded);
        Assert.Equal(FinishFirst, await scene.LockAsync(scene.Noah, scene.Second));
        var opened = Assert.Single(
            (await school.PrerequisitePreview.CompareAsync(scene.Teacher, scene.Second, wanted with { AfterId = null }, Ct))!);
        Assert.Equal("Noah", Assert.Single(opened.Opened));
    }

    [Theory, BothProviders]
    public async Task A_lab_task_takes_no_run_before_what_comes_first(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await TaskScene.CreateAsync(school);
        var first = (await school.Assignments.AssignAsync(
            scene.Teacher, scene.ClassId, TaskScene.Wanted(school) with { Title = "Warm up", AttemptsAllowed = 1 }, Ct)).Value!;
        scene.Task = (await school.Assignments.EditAsync(
            scene.Teacher, scene.Task.Id, scene.Settings() with { AfterId = first.Id }, scene.Task.Version, Ct)).Value!;

        Assert.Equal("First finish \"Warm up\".", (await school.Tasks.FindAsync(scene.Maria, scene.Task.Id, Ct))!.Closed);
        Assert.IsType<Refusal.Conflict>((await scene.HandInAsync(scene.Maria, 0.9, 900)).Refusal);
        Assert.True((await school.TaskService.HandInAsync(
            scene.Maria, first.Id, await scene.TrainAsync(scene.Maria), TaskScene.Values(0.5, 900), Ct)).Succeeded);

        Assert.Null((await school.Tasks.FindAsync(scene.Maria, scene.Task.Id, Ct))!.Closed);
        Assert.True((await scene.HandInAsync(scene.Maria, 0.9, 900)).Succeeded);
        Assert.IsType<Refusal.Conflict>((await scene.HandInAsync(scene.Noah, 0.9, 900)).Refusal);
    }

    [Theory, BothProviders]
    public async Task A_lesson_and_an_experiment_count_as_done_as_everywhere_else(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        var lesson = await scene.AssignAsync("Lesson", 1, wanted => wanted with { Kind = AssignmentKind.Lesson });
        await scene.PutAfterAsync(scene.Second, lesson.Id);

        await school.Readings.MarkReadAsync(scene.Maria, lesson.Slug, Ct);
        Assert.Equal("First finish \"Lesson\".", await scene.LockAsync(scene.Maria, scene.Second));
        await scene.HandInAsync(scene.Maria, lesson.Id, right: 1);
        Assert.Null(await scene.LockAsync(scene.Maria, scene.Second));
        await scene.HandInAsync(scene.Noah, lesson.Id, right: 1);
        Assert.Equal("First finish \"Lesson\".", await scene.LockAsync(scene.Noah, scene.Second));
    }

    [Theory, BothProviders]
    public async Task Removing_what_comes_first_frees_what_waited_and_the_log_says_so(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.Second, scene.First, 50);

        Assert.Null(await school.Assignments.RemoveAsync(scene.Teacher, scene.ClassId, scene.First, Ct));

        var freed = await scene.FindAsync(scene.Second);
        Assert.Equal((null, null), (freed.AfterId, freed.AfterPercent));
        Assert.Null(await scene.LockAsync(scene.Maria, scene.Second));
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Contains(lines, line => line.Detail!.EndsWith($"no longer waiting for it: #{scene.Second}", StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task A_students_page_costs_the_same_however_much_there_is(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await OrderScene.CreateAsync(school);
        await scene.PutAfterAsync(scene.Second, scene.First);
        school.Queries.Take();
        await school.Progress.AssignedAsync(scene.Maria, Ct);
        var few = school.Queries.Take();
        for (var count = 4; count < 12; count++)
        {
            var added = await scene.AssignAsync($"Quiz {count}", 20 + count, wanted => wanted with { AfterId = scene.Third });
            await scene.ListInOrderAsync(isSequential: true, added.Id);
        }

        school.Queries.Take();
        Assert.Equal(11, (await school.Progress.AssignedAsync(scene.Maria, Ct)).Count);
        Assert.Equal(few, school.Queries.Take());
        await school.Gradebooks.ReadAsync(scene.Teacher, scene.ClassId, Ct);
        Assert.InRange(school.Queries.Take(), 1, 10);
        await school.Progress.ClassProgressAsync(scene.Teacher, scene.ClassId, Ct);
        Assert.InRange(school.Queries.Take(), 1, 12);
    }
}
