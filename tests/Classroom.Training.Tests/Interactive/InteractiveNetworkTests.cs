using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Interactive;
using Classroom.Training.Loop;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class InteractiveNetworkTests(ITestOutputHelper output)
{
    private static readonly TrainingConfig Config = new()
    {
        Dataset = "xor",
        Model = new MlpConfig { Hidden = [2], Activation = Activation.Tanh },
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.5 },
        BatchSize = 4,
        Epochs = 1,
        Seed = 42,
    };

    private static readonly DataSet Xor = BuiltInDataSets.Get("xor")!;

    [Theory]
    [InlineData(42)]
    [InlineData(43)]
    [InlineData(44)]
    public void Backpropagation_finds_the_slopes_that_nudging_each_weight_measures(int seed)
    {
        using var network = new InteractiveNetwork(Config with { Seed = seed }, Xor);
        var greatest = 0f;
        for (var batch = 0; batch < 10; batch++)
        {
            var gradients = network.Gradients(batch);
            Assert.Contains(gradients, gradient => Math.Abs(gradient) > 0.01f);
            foreach (var (weight, gradient) in gradients.Index())
            {
                greatest = Math.Max(greatest, Math.Abs(gradient - network.FiniteDifference(batch, weight)));
            }

            network.Step(batch);
        }

        output.WriteLine($"Seed {seed}: the greatest difference is {greatest:G3}.");
        Assert.InRange(greatest, 0, 1e-3f);
    }

    [Fact]
    public void Its_steps_are_those_of_a_run()
    {
        using var network = new InteractiveNetwork(Config, Xor);
        using var run = new TrainingRun(Config with { Probes = [] }, Xor);
        var sink = new RecordingSink();
        for (var batch = 0; batch < 5; batch++)
        {
            var loss = network.Loss(batch);
            network.Step(batch);
            while (run.Step <= batch)
            {
                run.Advance(sink);
            }

            Assert.Equal(sink.Points[batch].TrainLoss, loss);
            Assert.Equal(run.Weights().Tensors.SelectMany(tensor => tensor.Values), network.GetWeights());
        }
    }

    [Fact]
    public void A_step_lowers_the_loss_of_its_batch_and_many_raise_the_accuracy()
    {
        using var network = new InteractiveNetwork(
            Config with { Model = new MlpConfig { Hidden = [8], Activation = Activation.Tanh } }, Xor);
        var before = network.Loss(3);
        network.Step(3);
        Assert.True(network.Loss(3) < before);
        for (var step = 0; step < 8 * network.Batches; step++)
        {
            network.Step(step % network.Batches);
        }

        Assert.InRange(network.Accuracy()!.Value, 0.95f, 1);
    }

    [Fact]
    public void Weights_that_are_set_decide_what_it_says_and_what_is_seen_of_it()
    {
        using var network = new InteractiveNetwork(Config, Xor);
        Assert.Equal(12, network.Places.Count);
        Assert.Equal(new(0, 0, 0), network.Places[0]);
        Assert.Equal(new(0, 1, null), network.Places[5]);
        Assert.Equal(new(1, 1, null), network.Places[^1]);

        // Only the bias of the second class speaks.
        network.SetWeights([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);

        Assert.All(network.Batch(0), example => Assert.Equal(1 / (1 + Math.Exp(-3)), example.Predicted[1], 5));
        Assert.Equal(Xor.Labels[Xor.Train..].ToArray().Count(label => label == 1) / (float)Xor.Validation, network.Accuracy());
        var boundary = JsonDocument.Parse(network.Capture(ProbeKinds.DecisionBoundary).Json).RootElement;
        Assert.All(boundary.Bytes("winner"), winner => Assert.Equal(1, winner));
        Assert.True(boundary.Has("points"));
        var later = JsonDocument.Parse(network.Capture(ProbeKinds.Network, epoch: 1).Json).RootElement;
        Assert.Equal([0, 3], later.Items("layers")[1].Numbers("biases"));
        Assert.False(later.Has("classes"));
        Assert.Throws<ArgumentException>(() => network.SetWeights([1]));
        Assert.Throws<ArgumentException>(() => network.SetWeights([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, float.NaN]));
    }

    [Fact]
    public void All_batches_together_are_the_training_examples()
    {
        using var network = new InteractiveNetwork(Config with { BatchSize = 7 }, Xor);
        var shown = Enumerable.Range(0, network.Batches)
            .SelectMany(network.Batch)
            .Select(example => (example.Inputs[0], example.Inputs[1], (byte)example.Target));
        var known = Enumerable.Range(0, Xor.Train)
            .Select(i => (Xor.Numbers.Span[2 * i], Xor.Numbers.Span[(2 * i) + 1], Xor.Labels.Span[i]));
        Assert.Equal(known.Order(), shown.Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Batch(network.Batches));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Loss(-1));
    }

    [Fact]
    public void What_cannot_be_worked_by_hand_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new InteractiveNetwork(Config with { Model = new MlpConfig { Hidden = [100] } }, Xor));
        Assert.Throws<ArgumentException>(() => new InteractiveNetwork(Config with { Model = Examples.SmallCnn }, Xor));
        Assert.Throws<ArgumentException>(() => new InteractiveNetwork(Config with { Model = new MlpConfig { Dropout = 0.5 } }, Xor));
        Assert.Throws<ArgumentException>(() => new InteractiveNetwork(Config with { Model = new MlpConfig() }, Examples.FewDigits));
        var gone = new InteractiveNetwork(Config, Xor);
        gone.Dispose();
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => gone.Loss(0));
    }
}
