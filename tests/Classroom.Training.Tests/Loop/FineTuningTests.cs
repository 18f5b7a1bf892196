using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class FineTuningTests
{
    private static readonly TrainingConfig Base = Examples.Config(new MlpConfig { Hidden = [8, 6] }, epochs: 3);
    private static readonly TrainingConfig Tuned = Base with { From = "base", Seed = 7 };

    [Fact]
    public void A_run_begins_with_the_weights_of_the_other()
    {
        var start = Trained(Base, Examples.Ring);
        using var run = new TrainingRun(Tuned, Examples.Ring, start);

        Assert.Equal(start.Tensors.SelectMany(tensor => tensor.Values), run.Weights().Tensors.SelectMany(tensor => tensor.Values));
    }

    [Fact]
    public void For_other_classes_the_output_layer_is_drawn_anew()
    {
        var start = Trained(Base, Examples.Ring);
        using var run = new TrainingRun(Tuned, Examples.Ring with { Classes = ["day", "night"] }, start);

        Assert.Equal(Values(start, "hidden.0.weight", "hidden.1.bias"), Values(run.Weights(), "hidden.0.weight", "hidden.1.bias"));
        Assert.Empty(Values(start, "output.weight", "output.bias").Intersect(Values(run.Weights(), "output.weight", "output.bias")));
    }

    [Fact]
    public void Frozen_layers_stay_and_the_others_learn()
    {
        var start = Trained(Base, Examples.Ring);
        var end = Trained(
            Tuned with { Freeze = 2, Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.1, WeightDecay = 0.1 } },
            Examples.Ring,
            start);

        Assert.Equal(
            Values(start, "hidden.0.weight", "hidden.0.bias", "hidden.1.weight", "hidden.1.bias"),
            Values(end, "hidden.0.weight", "hidden.0.bias", "hidden.1.weight", "hidden.1.bias"));
        Assert.NotEqual(Values(start, "output.weight"), Values(end, "output.weight"));
    }

    [Fact]
    public void Weights_of_another_shape_are_refused()
    {
        var start = Trained(Base, Examples.Ring);

        Assert.Contains(
            "another shape",
            Assert.Throws<ArgumentException>(
                () => new TrainingRun(Tuned with { Model = new MlpConfig { Hidden = [8, 7] } }, Examples.Ring, start)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TrainingRun(Tuned, Examples.Ring));
    }

    [Fact]
    public void Weights_survive_their_way_through_a_file()
    {
        var weights = Trained(Base, Examples.Ring);
        var read = NetworkWeights.FromSafetensors(weights.ToSafetensors());

        Assert.Equal(weights.Tensors.Select(tensor => tensor.Name), read.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(weights.Tensors.SelectMany(tensor => tensor.Values), read.Tensors.SelectMany(tensor => tensor.Values));
        Assert.Equal(weights.Metadata, read.Metadata);
    }

    [Fact]
    public void A_spoiled_file_of_weights_is_refused_or_read_but_never_more()
    {
        var bytes = Trained(Base, Examples.Ring).ToSafetensors();
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var spoiled = bytes[..random.Next(1, bytes.Length + 1)];
            for (var i = random.Next(4); i > 0; i--)
            {
                spoiled[random.Next(Math.Min(spoiled.Length, 600))] = (byte)random.Next(256);
            }

            try
            {
                NetworkWeights.FromSafetensors(spoiled);
                read++;
            }
            catch (InvalidDataException)
            {
                // Told apart from a fault of ours by its type.
                refused++;
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static float[] Values(NetworkWeights weights, params string[] names) =>
        [.. weights.Tensors.Where(tensor => names.Contains(tensor.Name)).SelectMany(tensor => tensor.Values)];

    private static NetworkWeights Trained(TrainingConfig config, DataSet data, NetworkWeights? start = null)
    {
        using var run = new TrainingRun(config, data, start);
        var sink = new RecordingSink();
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return run.Weights();
    }
}
