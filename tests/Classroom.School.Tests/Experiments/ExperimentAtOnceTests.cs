using Classroom.School.Experiments;
using Classroom.School.People;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Two tabs, and many trials.</summary>
public sealed class ExperimentAtOnceTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Answers_of_several_tabs_at_once_are_all_kept(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);
        var next = -1;

        var outcomes = await AtOnce(8, () =>
            school.Experiments.AnswerAsync(student, trial.Id, Interlocked.Increment(ref next), 8, "3", isRight: true, runsExpected: 0, Ct));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        var done = (await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!;
        Assert.Equal(Enumerable.Range(0, 8), done.Answers.Select(answer => answer.Question));
        Assert.NotNull(done.DoneUtc);
    }

    [Theory, BothProviders]
    public async Task Of_several_answers_to_one_question_at_once_each_counts_as_a_try_up_to_the_right_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);

        await AtOnce(8, () => Trials.AnswerAsync(school, student, trial, 0, "Fog", isRight: false));
        await AtOnce(4, () => Trials.AnswerAsync(school, student, trial, 0, "Long steps", isRight: true));

        Assert.Equal(
            new TrialAnswer(0, "Fog", false, true, 9),
            Assert.Single((await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Answers));
    }

    [Theory, BothProviders]
    public async Task Predicting_in_several_tabs_at_once_begins_one_trial(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        var outcomes = await AtOnce(8, () => school.Experiments.PredictAsync(student, Trials.Slug, "Both", seen: null, Ct));

        Assert.Single(outcomes.Select(outcome => outcome.Value!.Id).Distinct());
    }

    [Theory, BothProviders]
    public async Task So_many_trials_are_kept_and_the_first_that_was_done_for_ever(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var open = await Trials.PredictAsync(school, student);
        var run = await Trials.RunAsync(school, student, open, "Short steps");
        await using var db = school.OpenContext();
        async Task Done()
        {
            var trial = await Trials.PredictAsync(school, student);
            await school.Experiments.AnswerAsync(student, trial.Id, 0, 1, "3", isRight: true, runsExpected: 0, Ct);
        }

        async Task<List<ExperimentTrial>> All() =>
            await db.ExperimentTrials.AsNoTracking().OrderBy(trial => trial.CreatedUtc).ToListAsync(Ct);
        for (var i = 1; i < ExperimentStore.MostTrials; i++)
        {
            await Done();
        }

        var (first, second) = ((await All())[1], (await All())[2]);
        await Done();

        // The open one has gone, its run has stayed.
        Assert.Equal((ExperimentStore.MostTrials, first.Id), ((await All()).Count, (await All())[0].Id));
        Assert.Equal(
            (null, "Short steps"), (await school.Journal.FindAsync(run.Id, Ct)) is { } kept ? (kept.TrialId, kept.TrialRun) : default);

        await Done();
        var left = await All();
        Assert.Equal((ExperimentStore.MostTrials, first.DoneUtc), (left.Count, left.Min(trial => trial.DoneUtc)));
        Assert.DoesNotContain(left, trial => trial.Id == second.Id);
    }
}
