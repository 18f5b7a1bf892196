using System.Text.Json.Nodes;

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

        Assert.Equal(("Long steps and short steps", "Steps that are too long do not reach the valley."), (experiment.Title, experiment.Claim));
        Assert.Equal(["The one with short steps", "The one with long steps", "Both"], experiment.Prediction.Choices);
        Assert.Equal(["Short steps", "Long steps", "Other steps"], experiment.Runs.Select(run => run.Name));
        Assert.Equal([ExperimentView.Curves, ExperimentView.LossSurface], experiment.Views);
        Assert.Equal("They flew over the valley.", experiment.Explanation.Choices.Single(choice => choice.IsCorrect).Text);
        Assert.False(curriculum.Find("slope")!.HasExperiment);
    }

    [Fact]
    public void A_config_becomes_the_JSON_that_means_the_same()
    {
        var odd = "seed: 42\n      clip: null\n      data: {labelNoise: 2.5e-1, note: '1', flag: true}";
        content.Write(File, content.Read(File).Replace("seed: 42", odd, StringComparison.Ordinal));

        var run = content.Load().Find("hill-walk")!.Experiment!.Runs[0];

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"dataset":"digits","model":{"kind":"cnn","conv":[8,16],"activation":"relu"},"optimizer":{"kind":"sgd","learningRate":0.01},"epochs":3,"seed":42,"clip":null,"data":{"labelNoise":0.25,"note":"1","flag":true}}"""),
            JsonNode.Parse(run.ConfigJson)), run.ConfigJson);
    }

    [Theory]
    [InlineData("title: Long steps and short steps\n", "", "predict:", "The experiment: \"title\" is missing.")]
    [InlineData("title: Long", "titel: Long", "titel: Long", "The experiment: The key \"titel\" is not known here; known are claim, explain, predict, runs, title, views.")]
    [InlineData("title: Long", "title: '**Long**", "title: '**Long**", "This is not valid YAML")]
    [InlineData("title: Long steps", "title: Long **steps**", "title: Long **steps**", "The experiment: \"title\" is shown as plain text")]
    [InlineData("  prompt: Which walk will reach the valley?\n", "", "choices: [The one", "The experiment, predict: \"prompt\" is missing.")]
    [InlineData("[The one with short steps, The one with long steps, Both]", "[Both]", "prompt: Which walk", "The experiment, predict: Of choices there are 1; at least 2 are needed.")]
    [InlineData("The one with long steps, Both]", "Both, both]", "prompt: Which walk", "The experiment, predict: Two of the choices are the same: \"Both\".")]
    [InlineData("  choices: [The one with short steps, The one with long steps, Both]\n", "", "prompt: Which walk", "The experiment, predict: \"choices\" is missing.")]
    [InlineData("predict:\n", "predict: none\npredicted:\n", "predict: none", "The experiment: \"predict\" must be a mapping of \"key: value\" lines.")]
    [InlineData("  - name: Short steps\n    config:", "  - config:", "  - config:", "The experiment, run 1: \"name\" is missing.")]
    [InlineData("name: Long steps", "name: Short steps", "title:", "The experiment: Two of the runs' names are the same: \"Short steps\".")]
    [InlineData("  - name: Short steps\n    config:", "  - name: Short steps\n    seeds: [1]\n    config:", "seeds: [1]", "The experiment, run 1: The key \"seeds\" is not known here; known are config, name.")]
    [InlineData("  - name: Short steps\n", "  - name: No config\n  - name: Short steps\n", "  - name: No config", "The experiment, run 1: \"config\" is missing.")]
    [InlineData("runs:\n", "runs:\n  - {name: X, config: {a: 1}}\n  - {name: Y, config: {a: 2}}\n", "title:", "The experiment: Of runs there are 5; an experiment has 1 to 4.")]
    [InlineData("runs:\n", "runs: []\nmore:\n", "title:", "The experiment: Of runs there are 0; an experiment has 1 to 4.")]
    [InlineData("views: [curves, loss-surface]", "views: [curves, surface]", "views: [curves, surface]", "The experiment: There is no view \"surface\"; there are curves, decision-boundary, network-diagram,")]
    [InlineData("views: [curves, loss-surface]", "views: [curves, curves]", "title:", "The experiment: Two of the views are the same: \"curves\".")]
    [InlineData("views: [curves, loss-surface]", "views: []", "title:", "The experiment: Of views there are 0; at least 1 are needed.")]
    [InlineData("      correct: true\n", "      feedback: No.\n", "prompt: What happened", "The experiment, explain: Exactly one choice must have \"correct: true\"; 0 have.")]
    [InlineData("      feedback: A long step is not slow.\n", "", "- text: They were", "The experiment, explain, choice 2: A wrong choice needs \"feedback\"")]
    [InlineData("  explanation: A step that is too long ends higher than it began.\n", "", "prompt: What happened", "The experiment, explain: \"explanation\" is missing.")]
    [InlineData("claim: Steps", "claims: Steps", "title:", "The experiment: \"claim\" is missing.")]
    public void A_fault_in_an_experiment_is_reported_with_its_line(string old, string now, string at, string message)
    {
        var errors = content.Replace(File, old, now).Errors();

        Assert.Contains(errors, error => error.File == File && error.Line == content.LineOf(File, at) && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("optimizer: {kind: sgd, learningRate: 0.01}", "The experiment, run 2, config: This run has the same config as the first; runs must differ in one setting.")]
    [InlineData("optimizer: {kind: sgd, learningRate: 1, momentum: 0.9}", "The experiment, run 2, config: This run differs from the first in optimizer.learningRate, optimizer.momentum; it may differ in one setting only")]
    [InlineData("optimizer: {kind: sgd, learningRate: 1}\n      clip: 1", "The experiment, run 2, config: This run differs from the first in clip, optimizer.learningRate; it may differ in one setting only")]
    [InlineData("optimizer: {kind: adam, learningRate: 1}\n      init: default", "The experiment, run 2, config: This run differs from the first in init, optimizer.kind, optimizer.learningRate")]
    public void Runs_that_do_not_differ_in_exactly_one_setting_are_reported(string optimizer, string message)
    {
        var error = content.Replace(File, LongSteps, optimizer).OnlyError();

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(15, error.Line);
    }

    [Theory]
    [InlineData("optimizer: {kind: sgd, learningRate: 0.01}\n      data: {train: 40}")]
    [InlineData("optimizer: {kind: adam, learningRate: 1, weightDecay: 0.1}")]
    public void One_setting_or_another_kind_with_its_own_settings_may_differ(string optimizer) =>
        Assert.True(content.Replace(File, LongSteps, optimizer).Load().Find("hill-walk")!.HasExperiment);

    [Fact]
    public void An_experiment_that_is_no_mapping_is_reported() =>
        Assert.Equal(new ContentError(File, 1, "The experiment must be one YAML mapping of \"key: value\" lines."), content.Write(File, "- title").OnlyError());
}
