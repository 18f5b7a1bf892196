using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class TrialQuotaTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_runs_of_one_trial_are_allowed_together_beside_fewer_others_than_the_quota(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { WaitingRunsPerStudent = 1 });
        var student = await school.AddAsync(Role.Student);
        await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);
        var trial = await Trials.PredictAsync(school, student);
        for (var i = 0; i < RunQuota.UnfinishedPerTrial; i++)
        {
            Assert.True((await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, $"Run {i}"), Ct)).Succeeded);
        }

        Assert.IsType<Refusal.QuotaExceeded>((await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, "One more"), Ct)).Refusal);
        Assert.IsType<Refusal.QuotaExceeded>((await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Refusal);
        Assert.Equal(RunQuota.UnfinishedPerTrial, (await school.Runs.ListAsync(student, new RunFilter { TrialId = trial.Id }, Ct)).Count);
    }

    [Theory, BothProviders]
    public async Task Who_has_too_many_other_runs_waits_before_the_experiment_begins(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { WaitingRunsPerStudent = 1 });
        var student = await school.AddAsync(Role.Student);
        await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);
        var other = (await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Value!;
        var trial = await Trials.PredictAsync(school, student);

        var refused = await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, "Short steps"), Ct);
        await Trials.MoveAsync(school, other, RunState.Stopped);

        Assert.IsType<Refusal.QuotaExceeded>(refused.Refusal);
        Assert.True((await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, "Short steps"), Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task One_trial_has_so_many_runs_over_its_life_whoever_makes_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var trial = await Trials.PredictAsync(school, teacher);
        for (var i = 0; i < RunQuota.RunsPerTrial; i++)
        {
            await Trials.RunAsync(school, teacher, trial, $"Run {i}");
        }

        Assert.IsType<Refusal.Conflict>((await school.RunCreator.CreateAsync(teacher, Trials.Wanted(trial, "Long steps"), Ct)).Refusal);
    }

    [Theory, BothProviders]
    public async Task Of_several_clicks_at_once_only_as_many_count_as_the_trial_has_room_for(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);
        for (var i = 0; i < RunQuota.UnfinishedPerTrial - 2; i++)
        {
            await Trials.RunAsync(school, student, trial, $"Run {i}", RunState.Queued);
        }

        var more = 0;
        var outcomes = await AtOnce(
            6, () => school.RunCreator.CreateAsync(student, Trials.Wanted(trial, $"More {Interlocked.Increment(ref more)}"), Ct));

        Assert.Equal(2, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Equal(4, outcomes.Count(outcome => outcome.Refusal is Refusal.QuotaExceeded));
    }

    [Theory, BothProviders]
    public async Task A_run_of_a_trial_that_several_windows_ask_for_at_once_is_made_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);

        var asked = await AtOnce(6, () => school.RunCreator.CreateAsync(student, Trials.Wanted(trial, "Long steps"), Ct));

        var made = Assert.Single((await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Runs);
        Assert.All(asked, outcome => Assert.Equal(made.Id, outcome.Value!.Id));
        await using var db = school.OpenContext();
        Assert.Equal(1, await db.Users.Where(user => user.Id == student.UserId).Select(user => user.RunsCreated).SingleAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_name_that_stands_for_another_network_is_refused_and_one_whose_run_has_failed_is_free_again(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var trial = await Trials.PredictAsync(school, student);
        var failed = await Trials.RunAsync(school, student, trial, "Mine 1", RunState.Failed);

        var again = (await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, "Mine 1"), Ct)).Value!;
        var other = await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, "Mine 1") with { ConfigJson = "{}" }, Ct);

        Assert.NotEqual(failed.Id, again.Id);
        Assert.Contains("“Mine 1”", Assert.IsType<Refusal.Conflict>(other.Refusal).Message, StringComparison.Ordinal);
        Assert.Equal(2, (await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Runs.Count);
    }

    [Theory, BothProviders]
    public async Task A_trial_that_is_not_the_newest_or_a_name_that_does_not_fit_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var old = await Trials.PredictAsync(school, student);
        await Trials.RunAsync(school, student, old, "Short steps");
        var trial = await Trials.PredictAsync(school, student);

        Assert.IsType<Refusal.Conflict>((await school.RunCreator.CreateAsync(student, Trials.Wanted(old, "Long steps"), Ct)).Refusal);
        foreach (var name in new[] { null, " ", new string('x', 61), "a\nb" })
        {
            Assert.IsType<Refusal.Invalid>((await school.RunCreator.CreateAsync(student, Trials.Wanted(trial, name!), Ct)).Refusal);
        }

        Assert.IsType<Refusal.Invalid>(
            (await school.RunCreator.CreateAsync(student, RunTests.Wanted with { TrialRun = "Short steps" }, Ct)).Refusal);
        Assert.IsType<Refusal.NotFound>(
            (await school.RunCreator.CreateAsync(student, RunTests.Wanted with { TrialId = Guid.NewGuid(), TrialRun = "x" }, Ct)).Refusal);
        Assert.Empty((await school.Experiments.CurrentAsync(student, Trials.Slug, Ct))!.Runs);
    }
}
