using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

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
        var reading = Read(Contract.Replace("\"kernel\": 3", "\"kernel\": \"three\"").Replace("0.001", "-1").Replace("\"epochs\": 5", "\"epochs\": 0"));

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
    [InlineData("\"seed\": 42", "\"seed\": 42, \"init\": \"zeros\"", "init", "\"default\", \"kaiming-xavier\"")]
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

    [Fact]
    public void Initialization_for_pictures_is_refused_for_text()
    {
        Assert.Equal(["init"], Read(Sentences.Replace("\"init\": \"default\"", "\"init\": \"kaiming-xavier\"")).Errors.Keys);
    }

    [Fact]
    public void A_batch_larger_than_the_training_set_is_refused()
    {
        Assert.Equal(["batchSize"], Read(Sentences.Replace("\"batchSize\": 16", "\"batchSize\": 1000")).Errors.Keys);
    }

    [Fact]
    public void A_step_that_takes_too_long_or_too_much_memory_is_refused()
    {
        var reading = Read(Contract.Replace("[8, 16]", "[64, 64, 64, 64], \"dropout\": 0").Replace(", \"dropout\": 0.0", "").Replace("\"kernel\": 3", "\"kernel\": 1").Replace("\"batchSize\": 32", "\"batchSize\": 1024"));

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

    [Fact]
    public void No_JSON_whatever_makes_the_reader_throw()
    {
        // A good config with some of its values replaced by anything reaches further than anything alone.
        string[] texts = ["digits", "sentences", "cnn", "rnn", "gru", "avg", "sgd", "tanh", "default", "\\ud800", "", new('x', 300)];
        string[] names = ["dataset", "model", "kind", "conv", "kernel", "pool", "dense", "activation", "dropout", "cell", "hidden", "layers", "optimizer", "learningRate", "momentum", "weightDecay", "loss", "batchSize", "epochs", "seed", "init", "clip", "data", "train", "labelNoise", "strange", "\\udfff"];
        var leaf = Gen.OneOf(
            Gen.Int[0, texts.Length - 1].Select(i => $"\"{texts[i]}\""),
            Gen.String.Select(text => JsonSerializer.Serialize(text)),
            Gen.Int[0, 70].Select(number => $"{number}"),
            Gen.Long.Select(number => $"{number}"),
            Gen.Int[-400, 400].Select(exponent => $"1e{exponent}"),
            Gen.Bool.Select(value => value ? "true" : "null"));
        var value = Gen.OneOf(
            leaf,
            leaf.Array[0, 6].Select(items => $"[{string.Join(",", items)}]"),
            leaf.Array[0, 6].Select(items => $"{{{string.Join(",", items.Select(i => $"\"kind\":{i}"))}}}"));
        var change = Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 2], value);

        Gen.Select(Gen.Bool, change.Array[0, 4]).Sample(
            (cnn, changes) =>
            {
                var config = JsonNode.Parse(cnn ? Contract : Sentences)!.AsObject();
                var parts = new[] { config, config["model"]!.AsObject(), config["optimizer"]!.AsObject() }
                    .Select(part => part.Where(p => p.Value is not JsonObject).ToDictionary(p => p.Key, p => p.Value!.ToJsonString()))
                    .ToArray();
                foreach (var (name, part, replacement) in changes)
                {
                    parts[part][names[name]] = replacement;
                }

                parts[0].TryAdd("model", Render(parts[1]));
                parts[0].TryAdd("optimizer", Render(parts[2]));
                var reading = Read(Render(parts[0]));
                return reading.Config is null
                    ? reading.Errors.Count > 0
                    : reading.Errors.Count == 0 && reading.Steps is > 0 and <= 20_000 && reading.WeightCount is > 0 and <= 300_000;
            },
            iter: 5_000);
    }

    private static string Render(Dictionary<string, string> fields) =>
        $"{{{string.Join(",", fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}";

    private static ConfigReading Read(string json) => TrainingConfigReader.Read(JsonDocument.Parse(json).RootElement, new(), Find);

    private static DataSetInfo? Find(string id) => BuiltInDataSets.List.SingleOrDefault(d => d.Id == id);
}
