using Classroom.Training.Loop;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>That each kind of network, loss and option does what it is for, on data that takes a moment.</summary>
public sealed class NetworkLearningTests
{
    private static readonly OptimizerConfig Adam = new() { Kind = OptimizerKind.Adam, LearningRate = 0.01 };

    [Theory]
    [InlineData(LossFunction.CrossEntropy, false)]
    [InlineData(LossFunction.MeanSquaredError, false)]
    [InlineData(LossFunction.CrossEntropy, true)]
    public void An_MLP_learns_a_ring(LossFunction loss, bool residual)
    {
        var sink = Examples.Train(Points(new MlpConfig { Hidden = [12, 12], Residual = residual }, 40) with { Loss = loss }, Examples.Ring);

        Assert.True(LastAccuracy(sink) >= 0.92, $"{LastAccuracy(sink)}");
    }

    [Fact]
    public void Without_a_hidden_layer_a_ring_cannot_be_learnt()
    {
        var sink = Examples.Train(Points(new MlpConfig(), 40), Examples.Ring);

        // A straight line through the ring is hardly better than always saying the more frequent class.
        var labels = Examples.Ring.Labels[Examples.Ring.Train..].ToArray();
        Assert.True(LastAccuracy(sink) <= (labels.CountBy(label => label).Max(c => c.Value) / 80.0) + 0.1, $"{LastAccuracy(sink)}");
    }

    [Theory]
    [InlineData(Cell.Gru)]
    [InlineData(Cell.Lstm)]
    public void A_recurrent_network_remembers_the_first_number(Cell cell)
    {
        var sink = Examples.Train(Points(new RnnConfig { Cell = cell, Hidden = 16 }, 40), Examples.Rises);

        Assert.True(LastAccuracy(sink) >= 0.8, $"{LastAccuracy(sink)}");
    }

    [Fact]
    public void A_number_is_predicted_and_nothing_is_counted_as_right()
    {
        var sink = Examples.Train(
            Points(new RnnConfig { Cell = Cell.Gru, Hidden = 12 }, 25) with { Loss = LossFunction.MeanSquaredError }, Examples.Sums);

        // The sum of two numbers from −1 to 1 has a variance of 2/3: what always saying 0 costs.
        Assert.True(sink.Points[^1].ValLoss < 0.05, $"{sink.Points[^1].ValLoss}");
        Assert.All(sink.Points, point => Assert.Null(point.TrainAccuracy ?? point.ValAccuracy));
    }

    [Fact]
    public void An_autoencoder_copies_better_than_the_mean_picture()
    {
        var data = Examples.FewDigits;
        var sink = Examples.Train(
            Points(new AutoencoderConfig { Hidden = [64], Code = 16 }, 15) with { Loss = LossFunction.MeanSquaredError }, data);

        var pictures = Enumerable.Range(data.Train, data.Validation).Select(i => data.Values.Slice(i * 784, 784).ToArray()).ToList();
        var mean = Enumerable.Range(0, 784).Select(pixel => pictures.Average(picture => picture[pixel] / 255.0)).ToArray();
        var baseline = pictures.Average(picture => picture.Select((value, pixel) => Math.Pow((value / 255.0) - mean[pixel], 2)).Average());
        Assert.True(sink.Points[^1].ValLoss < 0.8 * baseline, $"{sink.Points[^1].ValLoss} against {baseline}");
        Assert.All(sink.Points, point => Assert.Null(point.TrainAccuracy ?? point.ValAccuracy));
    }

    [Fact]
    public void Patience_ends_a_run_that_no_longer_improves()
    {
        var config = Points(new MlpConfig { Hidden = [32, 32] }, 300) with { Patience = 3 };
        using var run = new TrainingRun(config, Examples.Ring);
        var sink = new RecordingSink();
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        var losses = sink.Points.Where(point => point.ValLoss is not null).Select(point => point.ValLoss!.Value).ToList();
        Assert.Equal(RunOutcome.StoppedEarly, run.Outcome);
        Assert.True(run.Step < run.Steps);
        Assert.Equal(losses.Count - 3, losses.IndexOf(losses.Min()) + 1);
    }

    [Fact]
    public void A_cosine_ends_with_steps_of_almost_nothing()
    {
        var constant = Movement(Points(new MlpConfig { Hidden = [8] }, 10));
        var cosine = Movement(Points(new MlpConfig { Hidden = [8] }, 10) with { Schedule = LearningRateSchedule.Cosine });

        Assert.True(cosine < constant / 20, $"{cosine} against {constant}");
    }

    [Fact]
    public void Weight_decay_keeps_weights_small()
    {
        double Size(double decay)
        {
            using var run = Trained(Points(new MlpConfig { Hidden = [16] }, 20) with
            {
                Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.1, WeightDecay = decay }
            });
            return run.Weights().Tensors.Sum(tensor => tensor.Values.Sum(value => (double)value * value));
        }

        Assert.True(Size(0.05) < 0.7 * Size(0));
    }

    private static TrainingConfig Points(ModelConfig model, int epochs) =>
        Examples.Config(model, epochs) with { Optimizer = Adam, BatchSize = 16 };

    private static double LastAccuracy(RecordingSink sink) => sink.Points[^1].ValAccuracy!.Value;

    private static TrainingRun Trained(TrainingConfig config)
    {
        var run = new TrainingRun(config, Examples.Ring);
        var sink = new RecordingSink();
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return run;
    }

    /// <summary>How far the weights go in the last epoch.</summary>
    private static double Movement(TrainingConfig config)
    {
        using var run = new TrainingRun(config, Examples.Ring);
        var sink = new RecordingSink();
        float[] before = [];
        while (!run.Finished)
        {
            if (run.CanSave && run.Step == run.Steps - 20)
            {
                before = [.. run.Weights().Tensors.SelectMany(tensor => tensor.Values)];
            }

            run.Advance(sink);
        }

        return run.Weights().Tensors.SelectMany(tensor => tensor.Values).Zip(before, (after, earlier) => Math.Abs(after - earlier)).Sum();
    }
}
