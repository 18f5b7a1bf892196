using Classroom.Curriculum.Experiments;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Measures;
using Classroom.Training.Settings;
using Classroom.Web.Features.Experiments;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Experiments;

/// <summary>Where one builds a network within a budget, one's own counts, and ours is shown only after a try.</summary>
public sealed class BuiltNetworkTests(ClassroomHost host)
{
    private const string Ours = "Our solution";

    private Experiment Experiment => host.Get<Curriculum.Curriculum>().FindExperiment("neural-network")!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Our_solution_is_trained_only_after_a_try_of_her_own()
    {
        var (actor, service) = (await NewStudentAsync(), host.Get<ExperimentService>());
        var trial = (await service.PredictAsync(actor, Experiment, "From 3 to 5")).Value!;

        var tooEarly = await service.AdvanceAsync(actor, Experiment, trial.Id);
        await BuildAsync(actor, trial.Id, [2]);
        var after = await service.AdvanceAsync(actor, Experiment, trial.Id);

        Assert.IsType<Refusal.Conflict>(tooEarly.Refusal);
        Assert.Contains("First try a network of your own", tooEarly.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(["Mine 1", Ours], after.Value!.Runs.Select(run => run.TrialRun).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Her_own_network_is_enough_to_finish_the_experiment()
    {
        var (actor, service) = (await NewStudentAsync(), host.Get<ExperimentService>());
        var trial = (await service.PredictAsync(actor, Experiment, "From 3 to 5")).Value!;
        await BuildAsync(actor, trial.Id, [4]);

        for (var question = 0; question < Experiment.Questions.Count; question++)
        {
            trial = (await service.AnswerAsync(actor, Experiment, trial.Id, question, new(true, "22", "Right."))).Value!;
        }

        Assert.NotNull(trial.DoneUtc);
        Assert.DoesNotContain(trial.Runs, run => run.TrialRun == Ours);
    }

    [Fact]
    public void Questions_and_claim_are_about_the_best_network_that_she_has_built()
    {
        var findings = new ExperimentFindings(Experiment);
        Assert.False(findings.IsComplete);
        findings.Add("Mine 1", Run(0.7f));
        findings.Add("Mine 2", Run(0.97f));
        findings.Add(Ours, Run(0.99f));

        Assert.True(findings.IsComplete);
        Assert.Equal(("Mine 2", 0.97), (findings.BestOwn, Math.Round(findings.Of("validation-accuracy", ExperimentCheck.Own)!.Value, 2)));
        Assert.All(Experiment.Questions.OfType<MeasureQuestion>(), question => Assert.Equal(ExperimentCheck.Own, question.Of));
        Assert.All(Experiment.Claim.Checks, check => Assert.Equal(ExperimentCheck.Own, check.Of));
        Assert.StartsWith(
            "Your best network: 97.0%.",
            ExperimentAnswering.Check(
                findings,
                Experiment.Questions.OfType<MeasureQuestion>().Single(question => question.Measure == "validation-accuracy"),
                "97")!.Feedback,
            StringComparison.Ordinal);
        Assert.Equal("validation accuracy of your best network", MeasureText.What(Experiment.Claim.Checks[0]));
    }

    [Fact]
    public void Our_solution_alone_shows_that_there_is_one()
    {
        var findings = new ExperimentFindings(Experiment);
        findings.Add(Ours, Run(0.99f));

        Assert.False(findings.IsComplete);
        Assert.True(findings.Holds(Experiment.Claim.Checks[0]));
    }

    [Fact]
    public void Our_solution_stands_on_the_page_only_once_it_is_there()
    {
        Assert.Empty(ExperimentService.ShownRuns(Experiment, _ => false));
        Assert.Equal([Ours], ExperimentService.ShownRuns(Experiment, _ => true).Select(run => run.Name));
    }

    [Fact]
    public void The_experiment_asks_for_nothing_that_its_lesson_does_not_teach()
    {
        var said = string.Join(' ', Experiment.Questions.Select(question => $"{question.Prompt} {question.Explanation}"))
            + string.Join(
                ' ', Experiment.Questions.OfType<ReasonQuestion>().SelectMany(question => question.Choices).Select(choice => choice.Text));

        Assert.DoesNotMatch("(?i)relu|fold|hidden|plane", said);
    }

    private async Task BuildAsync(Actor actor, Guid trial, int[] hidden)
    {
        var config = ExperimentConfigs.Read(Experiment.Runs[0]);
        var own = config with { Model = new MlpConfig { Hidden = hidden, Activation = Activation.Tanh }, Epochs = 2 };
        var built = await host.Get<ExperimentService>().TrainOwnAsync(actor, Experiment, trial, own);
        Assert.True(built.Succeeded, built.Refusal?.Message);
        await using var watch = await host.Get<RunService>().WatchAsync(actor, built.Value.Id, Ct);
        for (var news = watch!.Live.Read(0, 0); !news.Status.State.IsFinished(); news = watch.Live.Read(0, 0))
        {
            await news.More.WaitAsync(Ct);
        }
    }

    private async Task<Actor> NewStudentAsync() => new((await SchoolScene.NewAsync(host)).Maria.Person.Id, Role.Student);

    private static MeasuredRun Run(float accuracy) => new()
    {
        Points = [new(1, 10, 1, null, null, 0.2f, accuracy)],
        Steps = new(10, 1),
        Frames = [],
        TrainingTime = TimeSpan.FromSeconds(1),
        Diverged = false,
    };
}
