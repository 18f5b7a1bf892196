using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Export;
using Classroom.Training.Loop;
using Classroom.Training.Losses;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Tests.Losses;

public sealed class LabelSmoothingTests
{
    private static readonly TrainingConfig Config = Examples.Config(new MlpConfig { Hidden = [4] });

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void The_loss_is_the_cross_entropy_with_targets_that_are_spread_a_little(double smoothing)
    {
        double[][] logits = [[2, -1, 0.5], [0, 3, -2]];
        long[] labels = [0, 2];
        using var predictions = tensor(logits.SelectMany(row => row).Select(logit => (float)logit).ToArray(), 2, 3);
        using var targets = tensor(labels);
        var objective = new Objective(LossFunction.CrossEntropy, copies: false, isRegression: false, smoothing);

        // −Σ target · ln softmax, where the target of the right class is 1 − ε + ε/3, and that of each other one ε/3.
        var expected = logits.Zip(labels).Sum(row =>
        {
            var sum = row.First.Sum(Math.Exp);
            return -row.First.Index().Sum(logit =>
                ((smoothing / 3) + (logit.Index == row.Second ? 1 - smoothing : 0)) * Math.Log(Math.Exp(logit.Item) / sum));
        });

        using var total = objective.Loss(predictions, predictions, targets, nn.Reduction.Sum);
        using var mean = objective.Loss(predictions, predictions, targets, nn.Reduction.Mean);
        Assert.Equal(expected, total.item<float>(), 1e-5);
        Assert.Equal(expected / 2, mean.item<float>(), 1e-5);
    }

    [Fact]
    public void A_run_trains_with_it_and_says_so_in_what_a_student_takes_home()
    {
        var (plain, smoothed) = (Train(Config), Train(Config with { LabelSmoothing = 0.1 }));

        // The same first weights and the same first batch; only the loss differs, and with it the way.
        Assert.NotEqual(plain.Losses[0], smoothed.Losses[0]);
        Assert.NotEqual(plain.Weights, smoothed.Weights);
        Assert.Contains("nn.CrossEntropyLoss(label_smoothing=0.1)", smoothed.ModelPy, StringComparison.Ordinal);
        Assert.DoesNotContain("label_smoothing", plain.ModelPy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "kind": "mlp" }""", "cross-entropy", 0.5, null)]
    [InlineData("""{ "kind": "mlp" }""", "cross-entropy", 0.6, "from 0 to 0.5")]
    [InlineData("""{ "kind": "mlp" }""", "mean-squared-error", 0.1, "Is not known here")]
    [InlineData("""{ "kind": "autoencoder", "code": 2 }""", "mean-squared-error", 0.1, "Is not known here")]
    public void It_is_for_the_cross_entropy_alone(string model, string loss, double smoothing, string? fault)
    {
        var json = $$"""
            { "dataset": "digits", "model": {{model}}, "optimizer": { "kind": "adam", "learningRate": 0.01 },
              "loss": "{{loss}}", "labelSmoothing": {{smoothing}}, "batchSize": 8, "epochs": 2 }
            """;
        var reading = TrainingConfigReader.Read(JsonDocument.Parse(json).RootElement, new(), Examples.FindInfo);

        if (fault is null)
        {
            Assert.Equal(smoothing, reading.Config!.LabelSmoothing);
        }
        else
        {
            Assert.Contains(fault, Assert.Single(reading.Errors["labelSmoothing"]), StringComparison.Ordinal);
        }
    }

    private static (float[] Losses, float[] Weights, string ModelPy) Train(TrainingConfig config)
    {
        using var run = new TrainingRun(config, Examples.FewDigits);
        var sink = new RecordingSink();
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        var weights = run.Weights();
        return (
            [.. sink.Points.Select(point => point.TrainLoss).OfType<float>()],
            [.. weights.Tensors.SelectMany(tensor => tensor.Values)],
            ModelPy.Write(weights));
    }
}
