using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class RunQuotaTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_students_fifth_unfinished_run_is_refused_until_one_ends(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var runs = new List<Run>();
        for (var i = 0; i < 4; i++)
        {
            runs.Add((await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Value!);
        }

        var refused = await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);
        var token = await school.Journal.TakeTokenAsync(runs[0].Id, Engines.First, Ct);
        await school.Journal.AppendAsync(runs[0].Id, token!.Value, RunAppendTests.At(RunState.Stopped), Ct);
        var allowed = await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);

        Assert.IsType<Refusal.QuotaExceeded>(refused.Refusal);
        Assert.True(allowed.Succeeded);
        Assert.Equal(5, (await school.Runs.ListAsync(student, new RunFilter(), Ct)).Count);
    }

    [Theory, BothProviders]
    public async Task Of_several_clicks_at_once_only_as_many_count_as_the_quota_has_room_for(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);

        var outcomes = await AtOnce(8, () => school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct));

        Assert.Equal(3, outcomes.Count(outcome => outcome.Succeeded));
        Assert.Equal(5, outcomes.Count(outcome => outcome.Refusal is Refusal.QuotaExceeded));
        Assert.Equal(4, (await school.Runs.ListAsync(student, new RunFilter(), Ct)).Count);
    }

    [Theory, BothProviders]
    public async Task Retry_after_is_what_the_run_nearest_its_end_still_needs(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { WaitingRunsPerStudent = 0 });
        var student = await school.AddAsync(Role.Student);
        var run = (await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Value!;
        var token = await school.Journal.TakeTokenAsync(run.Id, Engines.First, Ct);
        await school.Journal.AppendAsync(
            run.Id, token!.Value, RunAppendTests.At(RunState.Running) with { Step = 25, TrainingMilliseconds = 5_000 }, Ct);

        var refused = await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);

        // 75 of 100 steps to go, at 200 ms a step.
        Assert.Equal(TimeSpan.FromSeconds(15), Assert.IsType<Refusal.QuotaExceeded>(refused.Refusal).RetryAfter);
    }

    [Theory, BothProviders]
    public async Task Teachers_and_other_students_are_not_held_up(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { WaitingRunsPerStudent = 0 });
        var student = await school.AddAsync(Role.Student);
        var teacher = await school.AddAsync(Role.Teacher);
        await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct);

        Assert.True((await school.RunCreator.CreateAsync(await school.AddAsync(Role.Student), RunTests.Wanted, Ct)).Succeeded);
        Assert.True((await school.RunCreator.CreateAsync(teacher, RunTests.Wanted, Ct)).Succeeded);
        Assert.True((await school.RunCreator.CreateAsync(teacher, RunTests.Wanted, Ct)).Succeeded);
    }
}
