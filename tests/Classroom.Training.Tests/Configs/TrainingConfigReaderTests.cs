using System.Text.Json;
using System.Text.Json.Nodes;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class TrainingConfigReaderTests
{
    private const string Contract = """
        { "dataset": "digits",
          "model": { "kind": "cnn", "conv": [8, 16], "kernel": 3, "pool": "max", "dense": [64], "activation": "relu", "dropout": 0.0 },
          "optimizer": { "kind": "adam", "learningRate": 0.001, "weightDecay": 0.0 },
          "loss": "cross-entropy", "batchSize": 32, "epochs": 5, "seed": 42 }
        """;

    private const string Sentences = """
        { "dataset": "sentences", "model": { "kind": "rnn", "cell": "gru", "hidden": 48, "layers": 2 },
          "optimizer": { "kind": "sgd", "learningRate": 0.5, "momentum": 0.9 },
          "batchSize": 16, "epochs": 6, "init": "default", "clip": 1.5 }
        """;

    [Fact]
    public void The_config_of_the_contract_is_read()
    {
        var reading = Read(Contract);

        Assert.Empty(reading.Errors);
        Assert.Equal((52_138, 625), (reading.WeightCount, reading.Steps));
        var cnn = Assert.IsType<CnnConfig>(reading.Config!.Model);
        Assert.Equal([8, 16], cnn.Conv);
        Assert.Equal((32, 5, 42), (reading.Config.BatchSize, reading.Config.Epochs, reading.Config.Seed));
    }

    [Theory]
    [InlineData(Contract)]
    [InlineData(Sentences)]
    public void A_config_survives_its_way_through_JSON(string json)
    {
        var config = Read(json).Config!;

        Assert.Equal(config.ToJson(), TrainingConfig.FromJson(config.ToJson()).ToJson());
        Assert.Equal(config.ToJson(), Read(config.ToJson()).Config!.ToJson());
        var written = JsonNode.Parse(config.ToJson())!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject().Where(p => p.Value is JsonValue && p.Key != "init"))
        {
            Assert.Equal(value!.ToJsonString(), written[name]!.ToJsonString());
        }
    }

    [Fact]
    public void A_config_whose_fields_a_database_reordered_is_read()
    {
        var config = TrainingConfig.FromJson("""
            {"model":{"conv":[4],"kind":"cnn"},"seed":1,"epochs":1,"dataset":"digits","batchSize":8,"optimizer":{"learningRate":1,"kind":"sgd"}}
            """);
        Assert.Equal([4], Assert.IsType<CnnConfig>(config.Model).Conv);
    }

    [Fact]
    public void Three_wrong_fields_are_all_named()
    {
        var reading = Read(
            Contract.Replace("\"kernel\": 3", "\"kernel\": \"three\"").Replace("0.001", "-1").Replace("\"epochs\": 5", "\"epochs\": 0"));

        Assert.Null(reading.Config);
        Assert.Equal(["epochs", "model.kernel", "optimizer.learningRate"], reading.Errors.Keys.Order());
        Assert.Equal(["Must be a whole number from 1 to 15; it is \"three\"."], reading.Errors["model.kernel"]);
    }

    [Theory]
    [InlineData("\"dataset\": \"digits\"", "\"dataset\": \"cats\"", "dataset", "no data set \"cats\"")]
    [InlineData("\"dataset\": \"digits\",", "", "dataset", "missing")]
    [InlineData("\"dataset\": \"digits\"", "\"dataset\": \"sentences\"", "model.kind", "CNN looks at pictures")]
    [InlineData("\"kind\": \"cnn\"", "\"kind\": \"transformer\"", "model.kind", "\"mlp\", \"cnn\", \"rnn\", \"autoencoder\"")]
    [InlineData("\"kind\": \"cnn\", \"conv\": [8, 16],", "\"kind\": \"cnn\",", "model.conv", "missing")]
    [InlineData("[8, 16]", "[]", "model.conv", "1 to 4")]
    [InlineData("[8, 16]", "[8, 0]", "model.conv", "Entry 2")]
    [InlineData("[8, 16]", "[8, 16, 8, 16], \"kernel\": 3", "model.kernel", "given twice")]
    [InlineData("\"kernel\": 3", "\"kernel\": \"\"", "model.kernel", "from 1 to 15; it is empty.")]
    [InlineData("\"kernel\": 3", "\"kernel\": 4", "model.kernel", "odd")]
    [InlineData("\"kernel\": 3", "\"kernel\": 15", "model.kernel", "larger than the 14×14 picture that reaches convolution 2")]
    [InlineData("\"pool\": \"max\"", "\"pool\": \"median\"", "model.pool", "\"max\", \"avg\", \"none\", \"stride\"")]
    [InlineData("\"pool\": \"max\"", "\"pool\": \"none\"", "model", "at most 300,000")]
    [InlineData("\"dropout\": 0.0", "\"dropout\": 1", "model.dropout", "from 0 to 0.9")]
    [InlineData("\"dropout\": 0.0", "\"dropout\": 0, \"residual\": true", "model.residual", "not known")]
    [InlineData("0.001", "1e999", "optimizer.learningRate", "1e999")]
    [InlineData("\"weightDecay\"", "\"momentum\"", "optimizer.momentum", "not known")]
    [InlineData("cross-entropy", "hinge", "loss", "\"cross-entropy\"")]
    [InlineData("\"batchSize\": 32", "\"batchSize\": 3.5", "batchSize", "whole number")]
    [InlineData("\"epochs\": 5", "\"epochs\": 500", "epochs", "500 epochs of 125 steps are 62,500")]
    [InlineData("\"seed\": 42", "\"seed\": -1", "seed", "from 0")]
    [InlineData("\"seed\": 42", "\"seed\": 42, \"schedule\": \"linear\"", "schedule", "\"constant\", \"cosine\"")]
    [InlineData("\"seed\": 42", "\"seed\": 42, \"init\": \"zeros\"", "init", "\"default\", \"kaiming-xavier\", \"long-memory\"")]
    [InlineData("\"seed\": 42", "\"seed\": 42, \"clip\": 0", "clip", "above 0")]
    [InlineData("\"seed\": 42", "\"seed\": 42, \"\\ud800\": 1", "", "not readable")]
    [InlineData("\"digits\"", "\"\\ud800\"", "dataset", "text of 1 to 100")]
    public void A_wrong_field_is_named_alone_with_what_to_do(string from, string to, string field, string message)
    {
        Assert.Contains(from, Contract, StringComparison.Ordinal);
        var reading = Read(Contract.Replace(from, to));

        Assert.Null(reading.Config);
        var (key, messages) = Assert.Single(reading.Errors);
        Assert.Equal(field, key);
        Assert.Contains(message, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "kind": "mlp", "hidden": [16, 16], "residual": true }""", "points", null)]
    [InlineData("""{ "kind": "mlp", "hidden": [] }""", "digits", null)]
    [InlineData("""{ "kind": "mlp", "hidden": [8, 4], "residual": true }""", "points", "model.residual")]
    [InlineData("""{ "kind": "mlp", "hidden": [8], "residual": "yes" }""", "points", "model.residual")]
    [InlineData("""{ "kind": "mlp", "hidden": [0] }""", "points", "model.hidden")]
    [InlineData("""{ "kind": "mlp", "hidden": [8] }""", "rises", "model.kind")]
    [InlineData("""{ "kind": "mlp", "hidden": [8] }""", "sentences", "model.kind")]
    [InlineData("""{ "kind": "mlp", "hidden": [512, 512] }""", "digits", "model")]
    [InlineData("""{ "kind": "cnn", "conv": [4] }""", "points", "model.kind")]
    [InlineData("""{ "kind": "cnn", "conv": [4] }""", "rises", "model.kind")]
    [InlineData("""{ "kind": "cnn", "conv": [2, 2, 2, 2], "kernel": 5 }""", "digits", "model.kernel")]
    [InlineData("""{ "kind": "rnn", "cell": "lstm", "hidden": 8 }""", "rises", null)]
    [InlineData("""{ "kind": "rnn", "cell": "lstm", "hidden": 8 }""", "points", "model.kind")]
    [InlineData("""{ "kind": "rnn", "cell": "lstm", "hidden": 8 }""", "digits", "model.kind")]
    [InlineData("""{ "kind": "autoencoder", "hidden": [32], "code": 2 }""", "digits", null)]
    [InlineData("""{ "kind": "autoencoder", "hidden": [32] }""", "digits", "model.code")]
    [InlineData("""{ "kind": "autoencoder", "hidden": [32], "code": 2 }""", "points", "model.kind")]
    public void A_network_is_taken_where_it_fits_the_data(string model, string dataSet, string? faultyField)
    {
        var reading =
            Read(
                $$"""{ "dataset": "{{dataSet}}", "model": {{model}}, "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 8, "epochs": 2 }""");

        Assert.Equal(faultyField is null ? [] : [faultyField], reading.Errors.Keys);
    }

    [Theory]
    [InlineData("digits", """{ "kind": "autoencoder", "code": 2 }""", "mean-squared-error")]
    [InlineData("sums", """{ "kind": "rnn", "cell": "gru", "hidden": 4 }""", "mean-squared-error")]
    [InlineData("rises", """{ "kind": "rnn", "cell": "gru", "hidden": 4 }""", "cross-entropy")]
    public void Where_only_one_loss_makes_sense_nobody_has_to_name_it(string dataSet, string model, string loss)
    {
        var config =
            $$"""{ "dataset": "{{dataSet}}", "model": {{model}}, "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 8, "epochs": 2 }""";

        Assert.Contains($"\"loss\":\"{loss}\"", Read(config).Config!.ToJson(), StringComparison.Ordinal);
        if (loss == "mean-squared-error")
        {
            Assert.Equal(["loss"], Read(config.Replace("\"epochs\"", "\"loss\": \"cross-entropy\", \"epochs\"")).Errors.Keys);
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(", \"freeze\": 3", null)]
    [InlineData(", \"freeze\": 4", "freeze")]
    [InlineData(", \"freeze\": -1", "freeze")]
    public void Layers_are_frozen_but_for_the_last(string more, string? faultyField)
    {
        var config = Contract.Replace("\"seed\": 42", $"\"seed\": 42, \"from\": \"finished\"{more}");

        Assert.Equal(faultyField is null ? [] : [faultyField], Read(config).Errors.Keys);
    }

    [Fact]
    public void Freezing_needs_a_run_to_begin_from() =>
        Assert.Equal(["freeze"], Read(Contract.Replace("\"seed\": 42", "\"freeze\": 1")).Errors.Keys);

    [Fact]
    public void A_run_on_examples_of_another_size_cannot_be_fine_tuned()
    {
        const string onPoints =
            """{ "dataset": "points", "model": { "kind": "mlp", "hidden": [4] }, "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 8, "epochs": 2 }""";
        var onDigits = onPoints.Replace("points", "digits").Replace("\"epochs\"", "\"from\": \"points run\", \"epochs\"");
        var reading = TrainingConfigReader.Read(JsonDocument.Parse(onDigits).RootElement, new(), Find, _ => Read(onPoints).Config);

        Assert.Contains("2, not 28 × 28", Assert.Single(reading.Errors["from"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_there_or_has_another_shape_cannot_be_fine_tuned()
    {
        var unknown = Contract.Replace("\"seed\": 42", "\"from\": \"nobody\"");
        var other = Contract.Replace("\"seed\": 42", "\"from\": \"finished\"").Replace("[64]", "[32]");

        Assert.Contains("no such run", Assert.Single(Read(unknown).Errors["from"]), StringComparison.Ordinal);
        Assert.Contains("another shape", Assert.Single(Read(other).Errors["from"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Initialization_for_pictures_is_refused_for_text()
    {
        Assert.Equal(["init"], Read(Sentences.Replace("\"init\": \"default\"", "\"init\": \"kaiming-xavier\"")).Errors.Keys);
    }

    [Theory]
    [InlineData("lstm", true)]
    [InlineData("gru", true)]
    [InlineData("rnn", false)]
    public void A_long_memory_is_for_cells_with_a_gate_that_keeps(string cell, bool isValid)
    {
        var text = Sentences.Replace("\"cell\": \"gru\"", $"\"cell\": \"{cell}\"")
            .Replace("\"init\": \"default\"", "\"init\": \"long-memory\"");

        string[] wrong = isValid ? [] : ["init"];
        Assert.Contains($"\"cell\": \"{cell}\"", text, StringComparison.Ordinal);
        Assert.Equal(wrong, Read(text).Errors.Keys);
        Assert.Equal(["init"], Read(Contract.Replace("\"seed\": 42", "\"seed\": 42, \"init\": \"long-memory\"")).Errors.Keys);
    }

    [Fact]
    public void A_batch_larger_than_the_training_set_is_refused()
    {
        Assert.Equal(["batchSize"], Read(Sentences.Replace("\"batchSize\": 16", "\"batchSize\": 1000")).Errors.Keys);
    }

    [Fact]
    public void A_step_that_takes_too_long_or_too_much_memory_is_refused()
    {
        var reading = Read(Contract.Replace("[8, 16]", "[64, 64, 64, 64], \"dropout\": 0")
            .Replace(", \"dropout\": 0.0", "")
            .Replace("\"kernel\": 3", "\"kernel\": 1")
            .Replace("\"batchSize\": 32", "\"batchSize\": 1024"));

        Assert.Equal(["batchSize"], reading.Errors.Keys);
        Assert.Equal(2, reading.Errors["batchSize"].Length);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"digits\"")]
    [InlineData("12")]
    public void What_is_no_object_is_told_so(string json)
    {
        Assert.Contains("must be an object", Assert.Single(Read(json).Errors[""]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_at_all_is_told_so() =>
        Assert.Equal([""], TrainingConfigReader.Read(default, new(), Find).Errors.Keys);

    private static ConfigReading Read(string json) => TrainingConfigReader.Read(JsonDocument.Parse(json).RootElement, new(), Find, FindRun);

    private static DataSetInfo? Find(string id) => Examples.Find(id)?.Info;

    private static TrainingConfig? FindRun(string id) =>
        id == "finished" ? TrainingConfigReader.Read(JsonDocument.Parse(Contract).RootElement, new(), Find).Config : null;
}
