using Classroom.School.Experiments;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

/// <summary>Walks through the sample experiment.</summary>
internal static class Trials
{
    public const int Questions = 2;

    public const int Runs = 2;

    public static string Slug => SampleCurriculum.ExperimentSlug;

    public static async Task<TrialView> PredictAsync(TestSchool school, Actor actor, string prediction = "Both")
    {
        school.Clock.Now += TimeSpan.FromSeconds(1);
        var seen = (await school.Experiments.CurrentAsync(actor, Slug, Ct))?.Id;
        return (await school.Experiments.PredictAsync(actor, Slug, prediction, seen, Ct)).Value!;
    }

    public static NewRun Wanted(TrialView trial, string name) => RunTests.Wanted with { TrialId = trial.Id, TrialRun = name };

    public static async Task<Run> RunAsync(
        TestSchool school, Actor actor, TrialView trial, string name, RunState state = RunState.Completed)
    {
        school.Clock.Now += TimeSpan.FromSeconds(1);
        var run = (await school.RunCreator.CreateAsync(actor, Wanted(trial, name), Ct)).Value!;
        if (state != RunState.Queued)
        {
            await MoveAsync(school, run, state);
        }

        return run;
    }

    public static async Task MoveAsync(TestSchool school, Run run, RunState state)
    {
        var token = (await school.Journal.TakeTokenAsync(run.Id, Engines.First, Ct))!.Value;
        Assert.True(await school.Journal.AppendAsync(run.Id, token, RunAppendTests.At(state), Ct));
    }

    public static Task<Outcome<TrialView>> AnswerAsync(
        TestSchool school, Actor actor, TrialView trial, int question, string answer, bool isRight) =>
        school.Experiments.AnswerAsync(actor, trial.Id, question, Questions, answer, isRight, Runs, Ct);

    /// <summary>A whole walk, with everything right at once.</summary>
    public static async Task<TrialView> FinishAsync(TestSchool school, Actor actor)
    {
        var trial = await PredictAsync(school, actor);
        await RunAsync(school, actor, trial, "Short steps");
        await RunAsync(school, actor, trial, "Long steps");
        await AnswerAsync(school, actor, trial, 0, "Long steps", isRight: true);
        return (await AnswerAsync(school, actor, trial, 1, "They flew over the valley.", isRight: true)).Value!;
    }
}
