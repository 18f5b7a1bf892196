using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests.Models;

public sealed class ForgetBiasTests
{
    private const int Hidden = 4;
    private static readonly RnnConfig Lstm = new() { Cell = Cell.Lstm, Hidden = Hidden, Layers = 2 };

    [Theory]
    [InlineData(Initialization.Default)]
    [InlineData(Initialization.LongMemory)]
    public void It_sets_the_sum_of_both_biases_and_leaves_all_else_as_it_was_drawn(Initialization init)
    {
        var config = Examples.Config(Lstm) with { Init = init };
        using var usual = new TrainingRun(config, Examples.Rises);
        using var open = new TrainingRun(config with { Model = Lstm with { ForgetBias = 1.5 } }, Examples.Rises);

        var biases = 0;
        foreach (var (before, after) in usual.Weights().Tensors.Zip(open.Weights().Tensors))
        {
            var bias = before.Name.Contains("bias_ih", StringComparison.Ordinal) ? 1.5f
                : before.Name.Contains("bias_hh", StringComparison.Ordinal) ? 0
                : (float?)null;
            Assert.Equal(
                before.Values.Index().Select(entry => entry.Index is >= Hidden and < 2 * Hidden ? bias ?? entry.Item : entry.Item),
                after.Values);
            biases += bias is null ? 0 : 1;
        }

        // Two of each of the two layers.
        Assert.Equal(4, biases);
    }

    [Fact]
    public void Without_it_a_stored_config_stays_as_it_was()
    {
        var config = Examples.Config(Lstm);

        Assert.DoesNotContain("forgetBias", config.ToJson(), StringComparison.Ordinal);
        Assert.Null(Assert.IsType<RnnConfig>(TrainingConfig.FromJson(config.ToJson()).Model).ForgetBias);
    }

    [Theory]
    [InlineData("lstm", 1, null)]
    [InlineData("lstm", 11, "from -10 to 10")]
    [InlineData("gru", 1, "Is not known here")]
    [InlineData("rnn", 1, "Is not known here")]
    public void Only_an_lstm_has_it(string cell, double bias, string? fault)
    {
        var reading = Read($$"""{ "kind": "rnn", "cell": "{{cell}}", "hidden": 4, "forgetBias": {{bias}} }""", "");

        if (fault is null)
        {
            Assert.Equal(bias, Assert.IsType<RnnConfig>(reading.Config!.Model).ForgetBias);
        }
        else
        {
            Assert.Contains(fault, Assert.Single(reading.Errors["model.forgetBias"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_may_differ_from_that_of_the_run_whose_weights_a_run_begins_with()
    {
        const string model = """{ "kind": "rnn", "cell": "lstm", "hidden": 4""";
        var source = Read(model + " }", "").Config;

        Assert.Empty(Read(model + ", \"forgetBias\": 2 }", ", \"from\": \"finished\"", source).Errors);
        Assert.Equal(["from"], Read(model.Replace("4", "5") + " }", ", \"from\": \"finished\"", source).Errors.Keys);
    }

    private static ConfigReading Read(string model, string more, TrainingConfig? source = null) => TrainingConfigReader.Read(
        JsonDocument.Parse($$"""
            { "dataset": "rises", "model": {{model}}, "optimizer": { "kind": "adam", "learningRate": 0.01 },
              "batchSize": 8, "epochs": 2{{more}} }
            """).RootElement,
        new(),
        Examples.FindInfo,
        _ => source);
}
