using Bunit;
using Classroom.Curriculum.Experiments;
using Classroom.Curriculum.Loading;
using Classroom.Training.Measures;
using Classroom.Training.Probes.Rounds;
using Classroom.Web.Features.Experiments;

namespace Classroom.Web.Tests.Experiments;

/// <summary>Every prediction is answered by the student's own runs: other runs, another answer.</summary>
public sealed class PredictionAnswerTests
{
    private static readonly Curriculum.Curriculum Curriculum = CurriculumLoader.Load(Classroom.Curriculum.Curriculum.DefaultFolder);

    private static readonly CasesRule HowMany = new(
    [
        new("95 or more", [new() { Measure = "validation-accuracy", Of = "Many", AtLeast = 0.95 }]),
        new("About 50", [new() { Measure = "validation-accuracy", Of = "Many", AtMost = 0.6 }]),
    ]);

    public static TheoryData<string> Ids => [.. Curriculum.Experiments.Select(experiment => experiment.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_choice_of_every_prediction_can_come_true(string id)
    {
        var prediction = Curriculum.FindExperiment(id)!.Prediction;

        if (prediction.Rule is CasesRule rule && id != "backpropagation")
        {
            Assert.Equal(prediction.Choices.Order(), rule.Cases.Select(one => one.Choice).Distinct().Order());
        }
        else
        {
            Assert.NotNull(prediction.Rule);
        }
    }

    [Fact]
    public void What_she_said_and_what_her_run_gave_stand_together_in_words()
    {
        var page = Panel(HowMany, ["About 50", "95 or more"], "About 50", Run(0.2f), Run(0.97f));

        Assert.Contains("You said: “About 50” It turned out differently", Words(page), StringComparison.Ordinal);
        Assert.Contains("In your runs, the answer was “95 or more”.", Words(page), StringComparison.Ordinal);
        Assert.Contains("validation accuracy of “Many”: 97.0%.", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_was_right_is_told_so()
    {
        var page = Panel(HowMany, ["About 50", "95 or more"], "95 or more", Run(0.2f), Run(0.97f));

        Assert.Contains("You said: “95 or more” You were right", Words(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9f, 0.5f, "The few")]
    [InlineData(0.5f, 0.9f, "The many")]
    [InlineData(0.7f, 0.71f, "Both alike")]
    [InlineData(0.1f, 0.05f, "Neither")]
    public void Which_choice_came_true_follows_from_her_own_runs(float few, float many, string choice)
    {
        var rule = new PickRunRule("validation-accuracy", null, PickHighest: true, ["Few", "Many"], null, Alike: 0.02, None: 0.1);

        var answer = Answer(rule, ["The few", "The many", "Both alike", "Neither"], "The few", Run(few), Run(many));

        Assert.Equal((choice, choice == "The few"), (answer.CameTrue, answer.IsRight));
    }

    [Fact]
    public void A_limit_that_is_just_reached_is_reached() =>
        Assert.Equal("95 or more", Answer(HowMany, ["About 50", "95 or more"], "95 or more", Run(0.2f), Run(0.95f)).CameTrue);

    [Fact]
    public void A_tie_is_said()
    {
        var answer = Answer(
            new PickRunRule("validation-accuracy", null, PickHighest: true, ["Few", "Many"], null, null, null),
            ["Few", "Many"],
            "Few",
            Run(0.7f),
            Run(0.7f));

        Assert.Equal((null, null), (answer.CameTrue, answer.IsRight));
        Assert.Equal("Your runs do not tell the answers apart: two are exactly equal.", answer.Words);
    }

    [Fact]
    public void Runs_that_fit_no_answer_are_said_to()
    {
        var answer = Answer(HowMany, ["About 50", "95 or more"], "About 50", Run(0.2f), Run(0.8f));

        Assert.Equal((null, null, "Your runs do not give a clear answer."), (answer.CameTrue, answer.IsRight, answer.Words));
    }

    [Fact]
    public void What_was_not_measured_is_said()
    {
        var answer = Answer(HowMany, ["About 50", "95 or more"], "About 50", Run(0.2f), Run(0.2f) with { Points = [] });

        Assert.Equal((null, null), (answer.CameTrue, answer.IsRight));
        Assert.Equal("Your runs cannot tell, because this was not measured: validation accuracy of “Many”.", answer.Words);
    }

    [Fact]
    public void A_choice_that_is_no_longer_offered_is_neither_right_nor_wrong()
    {
        var answer = Answer(HowMany, ["About 50", "95 or more"], "About 80", Run(0.2f), Run(0.97f));

        Assert.Equal(("95 or more", null), (answer.CameTrue, answer.IsRight));
    }

    [Fact]
    public void The_fewest_neurons_are_sought_among_the_networks_that_she_has_built()
    {
        var experiment = Curriculum.Find("neural-network")!.Experiment!;
        var findings = new ExperimentFindings(experiment);
        findings.Add("Our solution", Built(5, 0.99f));
        findings.Add("Mine 1", Built(2, 0.8f));
        findings.Add("Mine 2", Built(4, 0.96f));

        var answer = PredictionAnswer.Create(experiment.Prediction, "1 or 2", findings);

        Assert.Equal(("From 3 to 5", false), (answer.CameTrue, answer.IsRight));
        Assert.Equal("fewest hidden neurons with an accuracy of 95.0%: 4", answer.Figures);
    }

    private static PredictionAnswer Answer(PredictionRule rule, string[] choices, string said, MeasuredRun few, MeasuredRun many)
    {
        var (prediction, findings) = Measured(rule, choices, few, many);
        return PredictionAnswer.Create(prediction, said, findings);
    }

    private static IRenderedComponent<PredictionPanel> Panel(
        PredictionRule rule, string[] choices, string said, MeasuredRun few, MeasuredRun many)
    {
        var (prediction, findings) = Measured(rule, choices, few, many);
        return new BunitContext().Render<PredictionPanel>(parameters => parameters.Add(panel => panel.Prediction, prediction)
            .Add(panel => panel.Said, said)
            .Add(panel => panel.Findings, findings));
    }

    private static (ExperimentPrediction Prediction, ExperimentFindings Findings) Measured(
        PredictionRule rule, string[] choices, MeasuredRun few, MeasuredRun many)
    {
        var experiment = Curriculum.Find("overfitting")!.Experiment! with
        {
            Prediction = new("How many?", choices, rule),
            Runs = [new("Few", "{}"), new("Many", "{}")]
        };
        var findings = new ExperimentFindings(experiment);
        findings.Add("Few", few);
        findings.Add("Many", many);
        return (experiment.Prediction, findings);
    }

    private static string Words(IRenderedComponent<PredictionPanel> page) =>
        string.Join(' ', page.Find("section").ReadText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static MeasuredRun Built(int neurons, float accuracy) => Run(accuracy) with
    {
        Frames = [new(
            0,
            0,
            ProbeKinds.Network,
            $$"""{"layers":[{"weights":[],"biases":[{{string.Join(',', Enumerable.Repeat(0, neurons))}}]},{"weights":[],"biases":[0,0]}]}""")],
    };

    private static MeasuredRun Run(float accuracy) => new()
    {
        Points = [new(1, 10, 1, null, null, 0.5f, accuracy)],
        Steps = new(10, 1),
        Frames = [],
        TrainingTime = TimeSpan.FromSeconds(1),
        Diverged = false,
    };
}
