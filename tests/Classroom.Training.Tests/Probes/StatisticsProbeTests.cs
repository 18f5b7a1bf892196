using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

/// <summary>What is counted: confusion, gradients, weights, forecasts.</summary>
public sealed class StatisticsProbeTests
{
    private static readonly DataSet Data = Examples.FewDigits;

    [Fact]
    public void Confusion_counts_every_validation_example_and_agrees_with_the_curve()
    {
        var config = Examples.Config(Examples.SmallCnn, epochs: 2) with { Probes = [ProbeKinds.Confusion] };
        var sink = Examples.Train(config, Data);

        Assert.Equal([0, 1, 2], sink.Frames.Select(frame => frame.Epoch));
        foreach (var (frame, validation) in sink.Frames.Skip(1).Zip(sink.Validations))
        {
            var counts = Counts(JsonDocument.Parse(frame.Json).RootElement);
            Assert.Equal(
                Data.Labels[Data.Train..].ToArray().CountBy(label => (int)label).OrderBy(count => count.Key).Select(count => count.Value),
                counts.Select(row => row.Sum()));
            Assert.Equal(validation.ValAccuracy!.Value, counts.Select((row, label) => row[label]).Sum() / 80f, 5);
        }
    }

    [Fact]
    public void Confusion_before_training_equals_a_count_by_hand_and_shows_the_worst_mistakes()
    {
        using var probed = new Probed(Examples.Config(Examples.SmallCnn), Data);
        var frame = probed.Capture(ProbeKinds.Confusion);

        var predicted = probed.Outputs(80).Select(logits => Array.IndexOf(logits, logits.Max())).ToArray();
        var labels = Data.Labels[Data.Train..].ToArray();
        var byHand = Enumerable.Range(0, 10)
            .Select(label => Enumerable.Range(0, 10)
                .Select(taken => Enumerable.Range(0, 80).Count(i => labels[i] == label && predicted[i] == taken))
                .ToArray())
            .ToArray();
        Assert.Equal(byHand, Counts(frame));

        var mistakes = frame.Items("mistakes");
        Assert.Equal(4, mistakes.Count);
        var frequencies = mistakes.Select(
            mistake => byHand[mistake.GetProperty("label").GetInt32()][mistake.GetProperty("predicted").GetInt32()]).ToList();
        var worst = byHand.SelectMany((row, label) => row.Where((_, taken) => taken != label)).OrderDescending().Take(4);
        Assert.Equal(worst, frequencies);
        foreach (var mistake in mistakes)
        {
            Assert.NotEqual(mistake.GetProperty("label").GetInt32(), mistake.GetProperty("predicted").GetInt32());
            foreach (var (example, pixels) in mistake.Whole("examples").Zip(mistake.Items("pixels")))
            {
                Assert.Equal(
                    (mistake.GetProperty("label").GetInt32(), mistake.GetProperty("predicted").GetInt32()),
                    (labels[example], predicted[example]));
                Assert.Equal(Data.Values.Slice((Data.Train + example) * 784, 784).ToArray(), pixels.GetBytesFromBase64());
            }
        }
    }

    [Fact]
    public void Gradient_norms_before_training_equal_finite_differences()
    {
        using var probed = new Probed(Examples.Config(new MlpConfig { Hidden = [3], Activation = Activation.Tanh }), Examples.Ring);
        var layers = probed.Capture(ProbeKinds.GradientNorms).Items("layers");

        Assert.Equal(["hidden.0.weight", "output.weight"], layers.Select(layer => layer.GetProperty("name").GetString()));
        foreach (var (layer, window) in layers.Zip(probed.Run.WeightMatrices))
        {
            var squares = 0.0;
            for (var i = window.First; i < window.First + window.Length; i++)
            {
                const float Small = 1e-2f;
                var weight = probed.Weights[i];
                probed.Weights[i] = weight + Small;
                var above = probed.Loss(32);
                probed.Weights[i] = weight - Small;
                squares += Math.Pow((above - probed.Loss(32)) / (2 * Small), 2);
                probed.Weights[i] = weight;
            }

            Frames.Near(Math.Sqrt(squares), layer.Number("norm"), 2e-3);
        }
    }

    [Fact]
    public void Gradient_norms_after_an_epoch_are_those_of_its_last_batch()
    {
        // One batch of everything: its order does not matter.
        var config = Examples.Config(new MlpConfig { Hidden = [3], Activation = Activation.Tanh }) with
        {
            BatchSize = 320,
            Probes = [ProbeKinds.GradientNorms]
        };
        var frames = Examples.Train(config, Examples.Ring).Frames;

        using var probed = new Probed(config, Examples.Ring);
        var (inputs, targets) = probed.Run.Examples.Range(0, 320);
        nn.functional.cross_entropy(probed.Run.Network.call(inputs), targets).backward();
        var gradients = probed.Run.Parameters.Gradients.ToArray();
        foreach (var (layer, window) in JsonDocument.Parse(frames[^1].Json).RootElement.Items("layers").Zip(probed.Run.WeightMatrices))
        {
            Frames.Near(Math.Sqrt(gradients.Skip(window.First).Take(window.Length).Sum(g => (double)g * g)), layer.Number("norm"), 1e-3);
        }
    }

    [Fact]
    public void Gradients_vanish_in_a_deep_network_of_sigmoids_and_frozen_layers_have_none()
    {
        int[] hidden = [.. Enumerable.Repeat(16, 10)];
        var config = Examples.Config(new MlpConfig { Hidden = hidden, Activation = Activation.Sigmoid }) with
        {
            Init = Initialization.KaimingXavier
        };
        Assert.InRange(Ratio(config), 0, 1e-3);
        Assert.InRange(Ratio(config with { Model = new MlpConfig { Hidden = hidden, Activation = Activation.Relu } }), 0.05, 20);

        using var probed = new Probed(config with { From = "a run", Freeze = 9 }, Examples.Ring);
        Assert.Equal(
            ["hidden.9.weight", "output.weight"],
            probed.Capture(ProbeKinds.GradientNorms).Items("layers").Select(layer => layer.GetProperty("name").GetString()));

        static double Ratio(TrainingConfig config)
        {
            using var probed = new Probed(config, Examples.Ring);
            var layers = probed.Capture(ProbeKinds.GradientNorms).Items("layers");
            return layers[0].Number("norm") / layers[9].Number("norm");
        }
    }

    [Fact]
    public void Weight_updates_are_the_last_step_of_plain_gradient_descent()
    {
        // One batch of everything, so that the step is the learning rate times the gradient of the loss.
        const double Rate = 0.1;
        var config = Examples.Config(new MlpConfig { Hidden = [3], Activation = Activation.Tanh }, epochs: 1) with
        {
            BatchSize = 320,
            Optimizer = new OptimizerConfig { Kind = OptimizerKind.Sgd, LearningRate = Rate },
            Probes = [ProbeKinds.WeightUpdates],
        };
        var frames = Examples.Train(config, Examples.Ring).Frames;

        Assert.All(
            JsonDocument.Parse(frames[0].Json).RootElement.Items("layers"), layer => Assert.False(layer.TryGetProperty("ratio", out _)));
        using var probed = new Probed(config, Examples.Ring);
        var (inputs, targets) = probed.Run.Examples.Range(0, 320);
        nn.functional.cross_entropy(probed.Run.Network.call(inputs), targets).backward();
        var (weights, gradients) = (probed.Weights.ToArray(), probed.Run.Parameters.Gradients.ToArray());
        var layers = JsonDocument.Parse(frames[^1].Json).RootElement.Items("layers").ToList();
        Assert.Equal(["hidden.0.weight", "output.weight"], layers.Select(layer => layer.GetProperty("name").GetString()));
        foreach (var (layer, window) in layers.Zip(probed.Run.WeightMatrices))
        {
            var ratio = Rate * Length(gradients) / Length(weights);
            Frames.Near(ratio, layer.Number("ratio"), 1e-3);

            double Length(float[] numbers) =>
                Math.Sqrt(numbers.Skip(window.First).Take(window.Length).Sum(number => (double)number * number));
        }
    }

    [Fact]
    public void A_frozen_layer_has_no_weight_updates()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [3, 3] });
        using var probed = new Probed(config with { From = "a run", Freeze = 2 }, Examples.Ring);

        Assert.Equal(
            ["output.weight"],
            probed.Capture(ProbeKinds.WeightUpdates).Items("layers").Select(layer => layer.GetProperty("name").GetString()));
    }

    [Fact]
    public void Weight_histograms_count_each_weight_in_its_bin()
    {
        using var probed = new Probed(Examples.Config(new MlpConfig { Hidden = [8] }), Data);
        probed.Weights[3] = 0.9f;
        var layers = probed.Capture(ProbeKinds.WeightHistogram).Items("layers");

        Assert.Equal(["hidden.0.weight", "output.weight"], layers.Select(layer => layer.GetProperty("name").GetString()));
        Assert.Equal(1f, layers[0].Number("limit"));
        foreach (var (layer, window) in layers.Zip(probed.Run.WeightMatrices))
        {
            var weights = probed.Weights.Slice(window.First, window.Length).ToArray();
            var limit = layer.Number("limit");
            var bins = Enumerable.Range(0, 40)
                .Select(bin => weights.Count(weight => weight >= limit * ((bin / 20f) - 1) && weight < limit * (((bin + 1) / 20f) - 1)));
            Assert.Equal(bins, layer.Whole("counts"));
        }
    }

    [Fact]
    public void A_forecast_is_what_the_network_predicts_beside_the_truth()
    {
        var config = Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 4 }) with { Loss = LossFunction.MeanSquaredError };
        using var probed = new Probed(config, Examples.Sums);
        var frame = probed.Capture(ProbeKinds.Forecast);

        Assert.All(probed.Outputs(80).Zip(frame.Numbers("prediction")), pair => Frames.Near(pair.First[0], pair.Second));
        Assert.All(Examples.Sums.Targets[320..].ToArray().Zip(frame.Numbers("truth")), pair => Frames.Near(pair.First, pair.Second));
        var inputs = frame.Items("inputs").SelectMany(row => row.EnumerateArray()).Select(number => number.GetSingle()).ToList();
        Assert.All(Examples.Sums.Numbers[(320 * 12)..].ToArray().Zip(inputs), pair => Frames.Near(pair.First, pair.Second));
        Assert.Equal((80, 80, 960), (frame.Numbers("prediction").Length, frame.Numbers("truth").Length, inputs.Count));
        Assert.False(probed.Capture(ProbeKinds.Forecast, epoch: 1).Has("truth"));
    }

    private static int[][] Counts(JsonElement frame) =>
        [.. frame.Items("counts").Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray())];
}
