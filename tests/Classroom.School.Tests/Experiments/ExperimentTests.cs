using Classroom.School.Experiments;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class ExperimentTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Predict_run_and_explain_are_kept_and_the_last_right_answer_ends_the_trial(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        Assert.Null(await school.Experiments.CurrentAsync(student, Trials.Slug, Ct));

        var trial = await Trials.PredictAsync(school, student, "  The one with short steps ");
        var predicted = school.Clock.Now;
        var first = await Trials.RunAsync(school, student, trial, "Short steps");
        var second = await Trials.RunAsync(school, student, trial, "Long steps", RunState.Diverged);
        await Trials.AnswerAsync(school, student, trial, 1, "Too much fog", isRight: false);
        await Trials.AnswerAsync(school, student, trial, 1, "They flew over the valley.", isRight: true);
        var open = (await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!;
        school.Clock.Now += TimeSpan.FromMinutes(1);
        var done = (await Trials.AnswerAsync(school, student, trial, 0, "Long steps", isRight: true)).Value!;

        Assert.Equal((null, "The one with short steps", predicted), (open.DoneUtc, open.Prediction, open.CreatedUtc));
        Assert.Equal(school.Clock.Now, done.DoneUtc);
        Assert.Equal([new TrialAnswer(0, "Long steps", true, true, 1), new TrialAnswer(1, "Too much fog", false, true, 2)], done.Answers);
        Assert.Equal(
            [(first.Id, "Short steps", RunState.Completed), (second.Id, "Long steps", RunState.Diverged)],
            done.Runs.Select(run => (run.Id, run.TrialRun, run.State)));
        Assert.All(
            done.Runs, run => Assert.Equal((Trials.Slug, RunTests.Wanted.ConfigJson, trial.Id), (run.Slug, run.ConfigJson, run.TrialId)));
        Assert.Equivalent(done, await school.Experiments.CurrentAsync(student, Trials.Slug, Ct), strict: true);
    }

    [Theory, BothProviders]
    public async Task A_right_answer_stays_right_and_asking_again_ends_the_trial_when_the_last_run_has_ended(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);
        await Trials.RunAsync(school, student, trial, "Short steps", RunState.Failed);
        await Trials.AnswerAsync(school, student, trial, 0, "Long steps", isRight: true);
        async Task<TrialView> Again(bool isRight) => (await Trials.AnswerAsync(school, student, trial, 1, "They flew.", isRight)).Value!;

        Assert.Null((await Again(isRight: true)).DoneUtc);

        // The first run, made again because it had failed, is not the second run.
        await Trials.RunAsync(school, student, trial, "Short steps");
        Assert.Null((await Again(isRight: true)).DoneUtc);

        var last = await Trials.RunAsync(school, student, trial, "Long steps", RunState.Running);
        Assert.Null((await Again(isRight: true)).DoneUtc);

        await Trials.MoveAsync(school, last, RunState.Stopped);
        var done = await Again(isRight: false);
        Assert.NotNull(done.DoneUtc);
        Assert.Equal(new TrialAnswer(1, "They flew.", true, true, 1), done.Answers[1]);

        school.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(done.DoneUtc, (await Again(isRight: true)).DoneUtc);
    }

    [Theory, BothProviders]
    public async Task A_window_that_knows_nothing_of_the_runs_of_another_does_not_start_the_experiment_over(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);
        await Trials.RunAsync(school, student, trial, "Short steps");

        var refused = await school.Experiments.PredictAsync(student, Trials.Slug, "The one with long steps", seen: null, Ct);

        Assert.Contains("another window", Assert.IsType<Refusal.Conflict>(refused.Refusal).Message, StringComparison.Ordinal);
        Assert.Equal((trial.Id, "Both"), ((await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Id, trial.Prediction));
    }

    [Theory, BothProviders]
    public async Task An_experiment_by_hand_needs_no_runs(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);

        var done = await school.Experiments.AnswerAsync(student, trial.Id, 0, questions: 1, "3", isRight: true, runsExpected: 0, Ct);

        Assert.Equal(school.Clock.Now, done.Value!.DoneUtc);
    }

    [Theory, BothProviders]
    public async Task Who_changes_her_mind_before_anything_ran_goes_on_with_the_same_trial(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var other = await Trials.PredictAsync(school, await school.AddAsync(Role.Student));

        var first = await Trials.PredictAsync(school, student, "Both");
        var changed = await Trials.PredictAsync(school, student, "The one with long steps");
        await Trials.RunAsync(school, student, first, "Short steps", RunState.Queued);
        var second = await Trials.PredictAsync(school, student, "Both");
        await Trials.AnswerAsync(school, student, second, 0, "Long steps", isRight: false);
        school.Clock.Now -= TimeSpan.FromHours(1);
        var third = await Trials.PredictAsync(school, student, "Both");

        Assert.Equal((first.Id, "The one with long steps"), (changed.Id, changed.Prediction));
        Assert.Equal(4, new[] { other.Id, first.Id, second.Id, third.Id }.Distinct().Count());
        Assert.Empty(second.Runs);
        Assert.Equal(third.Id, (await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Id);
    }

    [Theory, BothProviders]
    public async Task Words_that_do_not_fit_are_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);

        foreach (var words in new[] { "", "  ", new string('x', 201), "a\0b" })
        {
            Assert.Equal("prediction", Field((await school.Experiments.PredictAsync(student, Trials.Slug, words, trial.Id, Ct)).Refusal));
            Assert.Equal("answer", Field((await Trials.AnswerAsync(school, student, trial, 0, words, isRight: true)).Refusal));
        }

        foreach (var (question, questions) in new[] { (-1, 2), (2, 2), (0, 0), (0, 21), (int.MaxValue, int.MaxValue) })
        {
            Assert.Equal(
                "question",
                Field((await school.Experiments.AnswerAsync(student, trial.Id, question, questions, "3", true, 0, Ct)).Refusal));
        }

        Assert.IsType<Refusal.NotFound>((await school.Experiments.PredictAsync(student, "no-such-term", "Both", trial.Id, Ct)).Refusal);
        Assert.Empty((await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Answers);

        static string Field(Refusal? refusal) => Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Faults).Field;
    }

    [Theory, BothProviders]
    public async Task Everybody_has_only_her_own_trials_and_her_teachers_and_admins_may_read_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classmate = await school.AddAsync(Role.Student);
        await school.AddClassAsync(teacher, student, classmate);
        var trial = await Trials.PredictAsync(school, student, "Both");
        await Trials.AnswerAsync(school, student, trial, 0, "Fog", isRight: false);

        foreach (var (actor, sees) in new[]
        {
            (student, true), (teacher, true), (await school.AddAsync(Role.Admin), true),
            (classmate, false), (await school.AddAsync(Role.Teacher), false),
        })
        {
            Assert.Equal(sees ? 1 : 0, (await school.Experiments.ListForStudentAsync(actor, student.UserId, Ct)).Count);
            if (actor != student)
            {
                Assert.Null(await school.Experiments.CurrentAsync(actor, Trials.Slug, Ct));
                Assert.IsType<Refusal.NotFound>((await Trials.AnswerAsync(school, actor, trial, 0, "Fog", isRight: true)).Refusal);
                Assert.IsType<Refusal.NotFound>(
                    (await school.RunCreator.CreateAsync(actor, Trials.Wanted(trial, "Short steps"), Ct)).Refusal);
            }
        }

        var read = Assert.Single(await school.Experiments.ListForStudentAsync(teacher, student.UserId, Ct));
        Assert.Equal((Trials.Slug, "Both", school.Clock.Now, null), (read.Slug, read.Prediction, read.PredictedUtc, read.DoneUtc));
        Assert.Equal(new TrialAnswer(0, "Fog", false, false, 1), Assert.Single(read.Answers));
        Assert.Empty((await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Runs);
    }

    [Theory, BothProviders]
    public async Task A_teacher_reads_the_newest_trial_that_is_done(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var teacher = await school.AddAsync(Role.Teacher);
        await school.AddClassAsync(teacher, student);
        await Trials.FinishAsync(school, student);
        var second = await Trials.FinishAsync(school, student);
        await Trials.PredictAsync(school, student);

        var read = Assert.Single(await school.Experiments.ListForStudentAsync(teacher, student.UserId, Ct));

        Assert.Equal((second.CreatedUtc, second.DoneUtc), (read.PredictedUtc, read.DoneUtc));
    }

    [Theory, BothProviders]
    public async Task A_further_experiment_has_trials_of_its_own_and_its_runs_belong_to_the_term(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await Trials.FinishAsync(school, student);
        Assert.Equal([Trials.Slug], await school.Experiments.ListDoneAsync(student, Ct));
        Assert.Null(await school.Experiments.CurrentAsync(student, SampleCurriculum.FurtherId, Ct));

        var further = (await school.Experiments.PredictAsync(student, SampleCurriculum.FurtherId, "Both", seen: null, Ct)).Value!;
        var run = await Trials.RunAsync(school, student, further, "Short steps");
        await school.Experiments.AnswerAsync(student, further.Id, 0, questions: 1, "3", isRight: true, runsExpected: 1, Ct);

        Assert.Equal(Trials.Slug, run.Slug);
        Assert.Equal(new HashSet<string> { Trials.Slug, SampleCurriculum.FurtherId }, await school.Experiments.ListDoneAsync(student, Ct));
        Assert.Equal(
            [Trials.Slug, SampleCurriculum.FurtherId],
            (await school.Experiments.ListForStudentAsync(student, student.UserId, Ct)).Select(trial => trial.Slug));
        Assert.Empty(await school.Experiments.ListDoneAsync(await school.AddAsync(Role.Student), Ct));
    }
}
