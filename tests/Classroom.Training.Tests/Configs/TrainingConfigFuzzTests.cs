using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>Configs that are good but for a few places, where anything stands. The number of a case is its seed.</summary>
[Trait("Category", "Long")]
public sealed class TrainingConfigFuzzTests
{
    private const int Cases = 120_000;
    private const int TrainEvery = 300;

    // It takes microseconds, and a busy machine may stand still for seconds.
    private static readonly TimeSpan LongestRead = TimeSpan.FromMinutes(1);

    private static readonly string[] Good =
    [
        """{"dataset":"digits","model":{"kind":"cnn","conv":[2,4],"kernel":3,"pool":"max","dense":[8],"activation":"relu","dropout":0.1},"optimizer":{"kind":"adam","learningRate":0.001,"weightDecay":0},"loss":"cross-entropy","batchSize":32,"epochs":2,"seed":42,"data":{"train":50,"validation":20}}""",
        """{"dataset":"sentences","model":{"kind":"rnn","cell":"lstm","hidden":8,"layers":2},"optimizer":{"kind":"sgd","learningRate":0.5,"momentum":0.9},"batchSize":16,"epochs":2,"clip":1,"schedule":"cosine"}""",
        """{"dataset":"points","model":{"kind":"mlp","hidden":[8,8],"activation":"tanh","residual":true},"optimizer":{"kind":"adam","learningRate":0.01},"loss":"mean-squared-error","batchSize":8,"epochs":3,"init":"kaiming-xavier","patience":2}""",
        """{"dataset":"rises","model":{"kind":"rnn","cell":"gru","hidden":4},"optimizer":{"kind":"adam","learningRate":0.01},"batchSize":8,"epochs":2,"probes":[]}""",
        """{"dataset":"sums","model":{"kind":"rnn","cell":"rnn","hidden":4},"optimizer":{"kind":"adam","learningRate":0.01},"loss":"mean-squared-error","batchSize":8,"epochs":2}""",
        """{"dataset":"digits","model":{"kind":"autoencoder","hidden":[8],"code":2},"optimizer":{"kind":"adam","learningRate":0.01},"batchSize":8,"epochs":2,"data":{"train":40,"validation":20,"labelNoise":0.1},"from":"finished","freeze":1}""",
        """{"dataset":"letters","model":{"kind":"cnn","conv":[2],"dense":[]},"optimizer":{"kind":"sgd","learningRate":0.1},"batchSize":8,"epochs":1,"data":{"classes":["A","E","X"],"train":30,"validation":9,"noise":0.1,"shift":2,"validationShift":3,"size":16,"hand":"steady"}}""",
        """{"dataset":"spiral","model":{"kind":"mlp","hidden":[4]},"optimizer":{"kind":"sgd","learningRate":0.1},"batchSize":8,"epochs":1,"data":{"turns":2.5,"noise":0.02,"train":100,"validation":50,"validationLabelNoise":0.1}}""",
        """{"dataset":"recall","model":{"kind":"rnn","cell":"rnn","hidden":4},"optimizer":{"kind":"sgd","learningRate":0.1},"batchSize":8,"epochs":1,"data":{"lag":30,"train":20,"validation":20}}""",
        """{"dataset":"names","model":{"kind":"rnn","cell":"gru","hidden":4},"optimizer":{"kind":"sgd","learningRate":0.1},"batchSize":8,"epochs":1,"data":{"shuffle":"characters"}}""",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "2", "3", "7", "64", "2147483648", "9223372036854775808", "1e400", "-1e-400", "0.5",
        "1e308", "1.0", "12e-1", "NaN",
        "\"\"", "\"digits\"", "\"sentences\"", "\"points\"", "\"rises\"", "\"sums\"", "\"mlp\"", "\"cnn\"", "\"rnn\"", "\"autoencoder\"",
        "\"lstm\"", "\"avg\"", "\"stride\"", "\"none\"",
        "\"sgd\"", "\"cosine\"", "\"kaiming-xavier\"", "\"predictions\"", "\"finished\"", "\"\\ud800\"", "\"\\u0000\"", "\"ﬀ🎓\"", "[]",
        "{}", "[[]]", "[1]", "[512,512,512,512]", "[0]",
        "[1,2,3,4,5,6,7,8,9,10,11,12,13]", "[\"text\"]", "[null]", "[\"E\",\"A\"]", "[\"1\",\"7\"]", "\"steady\"", "\"words\"",
        "\"letters\"", "\"xor\"", "{\"kind\":\"cnn\"}", "{\"train\":10}", "{\"noise\":9}", "{\"\\udfff\":1}",
    ];

    [Fact]
    public void No_config_whatever_makes_the_reader_throw_or_hang_and_what_it_takes_can_be_trained()
    {
        var slowest = TimeSpan.Zero;
        int parsed = 0, taken = 0, trained = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var json = Spoil(Good[seed % Good.Length], new Random(seed));
            try
            {
                using var document = JsonDocument.Parse(json);
                parsed++;
                var start = Stopwatch.GetTimestamp();
                var reading = TrainingConfigReader.Read(document.RootElement, new(), Examples.FindInfo, FindRun);
                var elapsed = Stopwatch.GetElapsedTime(start);
                slowest = elapsed > slowest ? elapsed : slowest;
                Assert.Equal(reading.Config is null, reading.Errors.Count > 0);
                if (reading.Config is { } config)
                {
                    Assert.InRange(reading.Steps, 1, 20_000);
                    Assert.InRange(reading.WeightCount, 1, 300_000);
                    Assert.Equal(config.ToJson(), TrainingConfig.FromJson(config.ToJson()).ToJson());
                    trained += ++taken % TrainEvery == 0 ? Train(config) : 0;
                }
            }
            catch (JsonException)
            {
                // The endpoint answers this before the reader is asked.
            }
            catch (Exception fault)
            {
                Assert.Fail($"Seed {seed}, config {json}: {fault}");
            }
        }

        Assert.InRange(slowest, TimeSpan.Zero, LongestRead);
        Assert.True(parsed >= 100_000, $"Only {parsed} were JSON.");
        Assert.True(taken >= 1_000 && trained >= 10, $"{taken} were taken and {trained} trained.");
    }

    private static string Spoil(string json, Random random)
    {
        // Where a value begins: after a colon, a comma or a bracket.
        var text = new StringBuilder(json);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            while (at < text.Length - 1 && text[at] is not (':' or ','))
            {
                at++;
            }

            var end = at + 1;
            for (var depth = 0; end < text.Length && (depth > 0 || text[end] is not (',' or '}' or ']')); end++)
            {
                depth += text[end] is '{' or '[' ? 1 : text[end] is '}' or ']' ? -1 : 0;
            }

            if (random.Next(40) == 0)
            {
                // Any character anywhere: mostly no JSON any more.
                text[random.Next(text.Length)] = (char)random.Next(32, 127);
            }
            else if (at < text.Length - 1 && text[at] == ':')
            {
                text.Remove(at + 1, end - at - 1).Insert(at + 1, Values[random.Next(Values.Length)]);
            }
        }

        return text.ToString();
    }

    private static int Train(TrainingConfig config)
    {
        var data = Examples.Find(config.Dataset)!;
        var source = config.From is null ? null : Weights(config, data);
        using var run = new TrainingRun(config, data, source);
        var sink = new RecordingSink();
        for (var i = 0; i < 3 && !run.Finished; i++)
        {
            run.Advance(sink);
        }

        return 1;
    }

    private static NetworkWeights Weights(TrainingConfig config, DataSet data)
    {
        using var run = new TrainingRun(config with { From = null, Freeze = 0 }, data);
        return run.Weights();
    }

    private static TrainingConfig? FindRun(string id) => id == "finished"
        ? TrainingConfigReader.Read(
            JsonDocument.Parse(Good[5].Replace(",\"from\":\"finished\",\"freeze\":1", "")).RootElement, new(), Examples.FindInfo).Config
        : null;
}
