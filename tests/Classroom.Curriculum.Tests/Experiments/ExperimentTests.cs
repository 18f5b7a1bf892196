using System.Text.Json.Nodes;
using Classroom.Curriculum.Experiments;
using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

/// <summary>Experiments, and each fault in one, on a sample that is broken in that one place.</summary>
public sealed class ExperimentTests : IDisposable
{
    private const string File = "hill-walk/experiment.yaml";
    private const string LongSteps = "optimizer: {kind: sgd, learningRate: 1}";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void An_experiment_is_read_with_all_that_was_written()
    {
        var curriculum = content.Load();
        var experiment = curriculum.Find("hill-walk")!.Experiment!;

        Assert.Equal(
            ("Long steps and short steps", "How long should a step be?", "train-loss"),
            (experiment.Title, experiment.Question, experiment.Measure));
        Assert.Equal(["The one with short steps", "The one with long steps", "Both"], experiment.Prediction.Choices);
        var rule = Assert.IsType<PickRunRule>(experiment.Prediction.Rule);
        Assert.Equal(
            ("train-loss", false, 0.1, "Short steps, Long steps"),
            (rule.Measure, rule.PickHighest, rule.Alike, string.Join(", ", rule.Of)));
        Assert.Equal(["Short steps", "Long steps", "Other steps"], experiment.Runs.Select(run => run.Name));
        Assert.Equal([ExperimentView.Curves, ExperimentView.LossSurface], experiment.Views);
        Assert.Equal(
            new PickRunQuestion("Which of your runs ended highest?", "Compare the last numbers.", "train-loss", true, null),
            experiment.Questions[0]);
        Assert.Equal(
            new MeasureQuestion(
                "After how many steps was the short walk half right?", "Look where the curve crosses the line.", "steps-to-accuracy",
                "Short steps", 10, 0.5),
            experiment.Questions[1]);
        Assert.Equal(
            "They flew over the valley.",
            Assert.IsType<ReasonQuestion>(experiment.Questions[2]).Choices.Single(choice => choice.IsCorrect).Text);
        Assert.Equal("Steps that are too long do not reach the valley.", experiment.Claim.Text);
        Assert.Equal(
            [
                new() { Measure = "loss-left", Of = "Short steps", AtMost = 0.5 },
                new ExperimentCheck { Measure = "train-loss", Of = "Long steps", Minus = "Short steps", AtLeast = 1 },
            ],
            experiment.Claim.Checks);
        Assert.Equal((null, null, null, null), (experiment.Base, experiment.Sweep, experiment.Hands, experiment.Budget));
        Assert.False(curriculum.Find("slope")!.HasExperiment);
        Assert.Same(experiment, curriculum.FindExperiment("hill-walk"));
        Assert.Empty(curriculum.Find("hill-walk")!.FurtherExperiments);
    }

    [Fact]
    public void A_run_may_go_on_from_a_base_and_hands_may_build_within_a_budget()
    {
        var text = content.Read(File)
            .Replace(
                "runs:\n", "hands: build\nbudget: 22\nbase:\n  name: Warm start\n  config: {dataset: digits, epochs: 1}\nruns:\n",
                StringComparison.Ordinal)
            .Replace(
                "  - name: Other steps\n    config:\n      dataset: digits\n      model: {kind: cnn, conv: [8, 16], activation: relu}\n  "
                    + "    optimizer: {kind: adam, learningRate: 0.001}",
                "  - name: Other steps\n    config:\n      from: base\n      dataset: digits\n      model: {kind: cnn, conv: [8, 16], "
                    + "activation: relu}\n      optimizer: {kind: sgd, learningRate: 0.01}",
                StringComparison.Ordinal);
        content.Write(File, text);

        var experiment = content.Load().Find("hill-walk")!.Experiment!;

        Assert.Equal(("Warm start", ExperimentHands.Build, 22), (experiment.Base!.Name, experiment.Hands, experiment.Budget));
        Assert.Equal("base", (string?)JsonNode.Parse(experiment.Runs[2].ConfigJson)!["from"]);
    }

    [Fact]
    public void A_sweep_becomes_a_run_for_each_cell()
    {
        content.Write(File, Swept());

        var experiment = content.Load().Find("hill-walk")!.Experiment!;

        Assert.Equal(("filters", "learning rate"), (experiment.Sweep!.Rows.Label, experiment.Sweep.Columns.Label));
        Assert.Equal(
            [
                "filters few, learning rate 0.1", "filters few, learning rate 1", "filters many, learning rate 0.1",
                "filters many, learning rate 1"
            ],
            experiment.Runs.Select(run => run.Name));
        var last = JsonNode.Parse(experiment.Runs[3].ConfigJson)!;
        Assert.Equal(
            ("[8,16]", 1, "sgd"),
            (last["model"]!["conv"]!.ToJsonString(), (int)last["optimizer"]!["learningRate"]!, (string?)last["optimizer"]!["kind"]));
        Assert.Equal("best", experiment.Claim.Checks[0].Of);
    }

    [Theory]
    [InlineData(
        "values: [0.1, 1]", "values: [0.1]",
        "The experiment, sweep, columns: A sweep has 2 to 4 values and a name for each; here are 1 values and 2 names.")]
    [InlineData(
        "values: [0.1, 1]", "value: [0.1, 1]",
        "The experiment, sweep, columns: A sweep has 2 to 4 values and a name for each; here are 0 values and 2 names.")]
    [InlineData("views:", "  - name: Two\n    config: {dataset: digits}\nviews:", "The experiment: A sweep changes one run; here are 2.")]
    [InlineData(
        "  - kind: reason", "  - {kind: pick-run, prompt: Which?, measure: gap, pick: lowest, explanation: Look.}\n  - kind: reason",
        "The experiment, explain 1: Only of two to four runs can one be picked.")]
    public void A_fault_in_a_sweep_is_reported(string old, string now, string message)
    {
        content.Write(File, Swept().Replace(old, now, StringComparison.Ordinal));

        Assert.Contains(content.Errors(), error => error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    // The sample as a grid of two by two.
    private string Swept()
    {
        var text = content.Read(File)
            .Replace(
                "of: [Short steps, Long steps]", "of: [\"filters few, learning rate 0.1\", \"filters many, learning rate 1\"]",
                StringComparison.Ordinal);
        text = text[..text.IndexOf("  - name: Long steps", StringComparison.Ordinal)]
            + text[text.IndexOf("views:", StringComparison.Ordinal)..];
        text = text[..text.IndexOf("  - kind: pick-run", StringComparison.Ordinal)]
            + text[text.IndexOf("  - kind: reason", StringComparison.Ordinal)..];
        return text[..text.IndexOf("  checks:", StringComparison.Ordinal)] + """
              checks: [{measure: validation-accuracy, of: best, minus: worst, at-least: 0.3}]
            sweep:
              rows: {setting: model.conv, label: filters, values: [[2, 4], [8, 16]], names: [few, many]}
              columns: {setting: optimizer.learningRate, label: learning rate, values: [0.1, 1], names: ["0.1", "1"]}
            """;
    }

    [Fact]
    public void A_config_becomes_the_JSON_that_means_the_same()
    {
        var odd = "seed: 42\n      clip: null\n      data: {labelNoise: 2.5e-1, note: '1', flag: true}";
        content.Write(File, content.Read(File).Replace("seed: 42", odd, StringComparison.Ordinal));

        var run = content.Load().Find("hill-walk")!.Experiment!.Runs[0];

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """{"dataset":"digits","model":{"kind":"cnn","conv":[8,16],"activation":"relu"},"optimizer":{"kind":"sgd","learningRate":0.01},"epochs":3,"seed":42,"clip":null,"data":{"labelNoise":0.25,"note":"1","flag":true}}"""),
            JsonNode.Parse(run.ConfigJson)), run.ConfigJson);
    }

    [Theory]
    [InlineData("title: Long steps and short steps\n", "", "question:", "The experiment: \"title\" is missing.")]
    [InlineData(
        "title: Long", "titel: Long", "titel: Long",
        "The experiment: The key \"titel\" is not known here; known are answer, base, budget, claim, explain, hands, measure, predict, "
        + "question, runs, sweep, title, views.")]
    [InlineData("title: Long", "title: '**Long**", "title: '**Long**", "This is not valid YAML")]
    [InlineData("title: Long steps", "title: Long **steps**", "title: Long **steps**", "The experiment: \"title\" is shown as plain text")]
    [InlineData(
        "  prompt: Which walk will reach the valley?\n", "", "choices: [The one", "The experiment, predict: \"prompt\" is missing.")]
    [InlineData(
        "[The one with short steps, The one with long steps, Both]", "[Both]", "prompt: Which walk",
        "The experiment, predict: Of choices there are 1; at least 2 are needed.")]
    [InlineData(
        "The one with long steps, Both]", "Both, both]", "prompt: Which walk",
        "The experiment, predict: Two of the choices are the same: \"Both\".")]
    [InlineData(
        "  choices: [The one with short steps, The one with long steps, Both]\n", "", "prompt: Which walk",
        "The experiment, predict: \"choices\" is missing.")]
    [InlineData(
        "predict:\n", "predict: none\npredicted:\n", "predict: none",
        "The experiment: \"predict\" must be a mapping of \"key: value\" lines.")]
    [InlineData("  - name: Short steps\n    config:", "  - config:", "  - config:", "The experiment, run 1: \"name\" is missing.")]
    [InlineData("name: Long steps", "name: Short steps", "title:", "The experiment: Two of the runs' names are the same: \"Short steps\".")]
    [InlineData(
        "  - name: Short steps\n    config:", "  - name: Short steps\n    seeds: [1]\n    config:", "seeds: [1]",
        "The experiment, run 1: The key \"seeds\" is not known here; known are config, name.")]
    [InlineData(
        "  - name: Short steps\n", "  - name: No config\n  - name: Short steps\n", "  - name: No config",
        "The experiment, run 1: \"config\" is missing.")]
    [InlineData(
        "runs:\n", "runs:\n  - {name: X, config: {a: 1}}\n  - {name: Y, config: {a: 2}}\n", "title:",
        "The experiment: Of runs there are 5; an experiment has 1 to 4.")]
    [InlineData("runs:\n", "runs: []\nmore:\n", "title:", "The experiment: Of runs there are 0; an experiment has 1 to 4.")]
    [InlineData(
        "views: [curves, loss-surface]", "views: [curves, surface]", "views: [curves, surface]",
        "The experiment: \"views\" cannot be \"surface\"; there are curves, decision-boundary, network-diagram,")]
    [InlineData(
        "views: [curves, loss-surface]", "views: [curves, curves]", "title:", "The experiment: Two of the views are the same: \"curves\".")]
    [InlineData("views: [curves, loss-surface]", "views: []", "title:", "The experiment: Of views there are 0; at least 1 are needed.")]
    [InlineData(
        "      correct: true\n", "      feedback: No.\n", "- kind: reason",
        "The experiment, explain 3: Exactly one choice must have \"correct: true\"; 0 have.")]
    [InlineData(
        "        feedback: A long step is not slow.\n", "", "- text: They were",
        "The experiment, explain 3, choice 2: A wrong choice needs \"feedback\"")]
    [InlineData(
        "    explanation: A step that is too long ends higher than it began.\n", "", "- kind: reason",
        "The experiment, explain 3: \"explanation\" is missing.")]
    [InlineData(
        "kind: reason", "kind: why", "- kind: why",
        "The experiment, explain 3: There is no kind \"why\" of question here; there are pick-run, measure, reason.")]
    [InlineData(
        "pick: highest", "pick: most", "pick: most", "The experiment, explain 1: \"pick\" must be highest or lowest, not \"most\".")]
    [InlineData(
        "of: Short steps\n", "of: Shorter\n", "of: Shorter",
        "The experiment, explain 2: There is no run \"Shorter\"; there are \"Short steps\", \"Long steps\", \"Other steps\".")]
    [InlineData(
        "measure: train-loss\nanswer", "measure: sadness\nanswer", "measure: sadness",
        "The experiment: There is no measure \"sadness\"; there are validation-accuracy,")]
    [InlineData(
        "at-most: 0.5", "most: 0.5", "- {measure: loss-left",
        "The experiment, claim, check 1: A check needs \"at-least\" or \"at-most\", and at most one of \"minus\" and \"over\".")]
    [InlineData(
        "minus: Short steps", "minus: Short steps, over: Other steps", "- {measure: train-loss",
        "The experiment, claim, check 2: A check needs \"at-least\" or \"at-most\", and at most one of")]
    [InlineData(
        "question: How", "hands: juggle\nquestion: How", "hands: juggle",
        "The experiment: \"hands\" cannot be \"juggle\"; there are draw-digit, weight-sliders, one-batch, build, stop.")]
    [InlineData(
        "question: How", "hands: build\nquestion: How", "title:",
        "The experiment: \"budget\" belongs to \"hands: build\", and that needs it.")]
    [InlineData("claim:\n", "claims:\n", "title:", "The experiment: \"claim\" is missing.")]
    public void A_fault_in_an_experiment_is_reported_with_its_line(string old, string now, string at, string message)
    {
        var errors = content.Replace(File, old, now).Errors();

        Assert.Contains(
            errors,
            error => error.File == File
                && error.Line == content.LineOf(File, at)
                && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("answer:\n", "answered:\n", "The experiment: \"answer\" is missing.")]
    [InlineData(
        "kind: pick-run\n  measure", "kind: coin\n  measure",
        "The experiment, answer: There is no kind \"coin\" of answer to a prediction; there are pick-run, cases.")]
    [InlineData(
        "  alike: 0.1\n", "",
        "The experiment, answer: The answer tells 2 choices apart, but the prediction has 3: a run for each, then \"alike\", then "
        + "\"none\".")]
    [InlineData(
        "of: [Short steps, Long steps]", "of: [Short steps, Longer]",
        "The experiment, answer: There is no run \"Longer\" to compare; there are \"Short steps\", \"Long steps\", \"Other steps\".")]
    [InlineData(
        "  alike: 0.1\n", "  alike: 0.1\n  minus: [Other steps]\n",
        "The experiment, answer: \"minus\" needs a run for each of \"of\"; here are 1 and 2.")]
    [InlineData("  alike: 0.1\n", "  alike: -1\n", "The experiment, answer: \"alike\" must be a number of 0 or more")]
    public void A_fault_in_how_the_runs_answer_the_prediction_is_reported(string old, string now, string message)
    {
        var errors = content.Replace(File, old, now).Errors();

        Assert.Contains(errors, error => error.File == File && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_runs_may_answer_a_prediction_case_by_case()
    {
        content.Write(File, Cases("{choice: Both, checks: [{measure: train-loss, of: Long steps, at-most: 0.1}]}"));

        var rule = Assert.IsType<CasesRule>(content.Load().Find("hill-walk")!.Experiment!.Prediction.Rule);

        Assert.Equal("Both", Assert.Single(rule.Cases).Choice);
        Assert.Equal(new ExperimentCheck { Measure = "train-loss", Of = "Long steps", AtMost = 0.1 }, Assert.Single(rule.Cases[0].Checks));
    }

    [Theory]
    [InlineData(
        "{choice: Neither, checks: [{measure: train-loss, of: Long steps, at-most: 0.1}]}",
        "The experiment, answer, case 1: There is no choice \"Neither\" in the prediction.")]
    [InlineData("{choice: Both, checks: []}", "The experiment, answer, case 1: Of checks there are 0; at least 1 are needed.")]
    [InlineData(
        "{choice: Both, checks: [{measure: train-loss, of: Longer, at-most: 0.1}]}",
        "The experiment, answer, case 1, check 1: There is no run \"Longer\"")]
    public void A_fault_in_a_case_is_reported(string one, string message)
    {
        content.Write(File, Cases(one));

        Assert.StartsWith(message, content.OnlyError().Message, StringComparison.Ordinal);
    }

    private string Cases(string one) => content.Read(File).Replace(
        "  kind: pick-run\n  measure: train-loss\n  pick: lowest\n  of: [Short steps, Long steps]\n  alike: 0.1\n",
        $"  kind: cases\n  cases:\n    - {one}\n",
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "optimizer: {kind: sgd, learningRate: 0.01}",
        "The experiment, run 2, config: This run has the same config as one before it; runs must differ in one setting.")]
    [InlineData(
        "optimizer: {kind: sgd, learningRate: 1, momentum: 0.9}",
        "The experiment, run 2, config: This run differs from the first in optimizer.learningRate, optimizer.momentum; it must differ "
        + "from one before it in one setting only")]
    [InlineData(
        "optimizer: {kind: sgd, learningRate: 1}\n      clip: 1",
        "The experiment, run 2, config: This run differs from the first in clip, optimizer.learningRate; it must differ from one before "
        + "it in one setting only")]
    [InlineData(
        "optimizer: {kind: sgd, learningRate: 0.01}\n      from: base",
        "The experiment, run 2, config: \"from\" can only be \"base\", and the experiment then needs a \"base\" run.")]
    [InlineData(
        "optimizer: {kind: adam, learningRate: 1}\n      init: default",
        "The experiment, run 2, config: This run differs from the first in init, optimizer.kind, optimizer.learningRate")]
    public void Runs_that_do_not_differ_in_exactly_one_setting_are_reported(string optimizer, string message)
    {
        var error = content.Replace(File, LongSteps, optimizer).OnlyError();

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(16, error.Line);
    }

    [Theory]
    [InlineData("optimizer: {kind: sgd, learningRate: 0.01}\n      data: {train: 40}")]
    [InlineData("optimizer: {kind: adam, learningRate: 1, weightDecay: 0.1}")]
    public void One_setting_or_another_kind_with_its_own_settings_may_differ(string optimizer) =>
        Assert.True(content.Replace(File, LongSteps, optimizer).Load().Find("hill-walk")!.HasExperiment);

    [Fact]
    public void An_experiment_that_is_no_mapping_is_reported() =>
        Assert.Equal(
            new ContentError(File, 1, "The experiment must be one YAML mapping of \"key: value\" lines."),
            content.Write(File, "- title").OnlyError());
}
