using Classroom.Training.Measures;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class TrainMeanTests
{
    [Fact]
    public void A_mean_over_an_epoch_weighs_each_step_by_its_examples()
    {
        // 41 rows in batches of 32: the second step has nine.
        var mean = new TrainMean(new EpochSteps(41, 32));
        mean.Add(new(0, 1, 0.5, 1f, 0.75f, null, null));
        mean.Add(new(1, 2, 1, 3f, 0f, null, null));
        mean.Add(new(2, 2, 1, null, null, 7f, 1f));

        Assert.Equal(((32 * 1.0) + (9 * 3.0)) / 41, mean.Loss!.Value, 1e-12);
        Assert.Equal(24.0 / 41, mean.Accuracy!.Value, 1e-12);
    }

    [Theory]
    [InlineData(41, 32)]
    [InlineData(64, 32)]
    [InlineData(5, 5)]
    [InlineData(7, 1)]
    [InlineData(300, 16)]
    public void The_steps_of_an_epoch_have_all_examples_once(int examples, int batchSize)
    {
        var steps = new EpochSteps(examples, batchSize);
        foreach (var epoch in new[] { 1, 2, 3 })
        {
            var own = Enumerable.Range(1, 4 * steps.Count).Where(step => steps.EpochOf(step) == epoch).ToList();
            Assert.Equal(steps.Count, own.Count);
            Assert.Equal(examples, own.Sum(steps.ExamplesOf));
        }
    }

    [Fact]
    public void Where_nobody_knows_how_many_examples_there_are_all_steps_count_the_same()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [] }, epochs: 10);

        Assert.Equal(new EpochSteps(41, 32), EpochSteps.Create(config, 20, 41));
        Assert.Equal(new EpochSteps(64, 32), EpochSteps.Create(config, 20, null));
        Assert.Equal(new EpochSteps(64, 32), EpochSteps.Create(config, 20, 65));
        Assert.Equal(new EpochSteps(64, 32), EpochSteps.Create(config, 20, 32));
    }

    [Fact]
    public void The_train_loss_of_a_whole_run_is_that_of_its_last_epochs_examples()
    {
        var data = Examples.Ring with { Train = 41, Validation = 359 };
        var config = Examples.Config(new MlpConfig { Hidden = [4] }, epochs: 3);
        var sink = Examples.Train(config, data);
        var last = sink.Points.Where(point => point.TrainLoss is not null).TakeLast(2).ToList();

        var run = new MeasuredRun
        {
            Points = sink.Points,
            Steps = EpochSteps.Create(config, 6, 41),
            Frames = [],
            TrainingTime = TimeSpan.Zero,
            Diverged = false
        };

        Assert.Equal(
            ((32.0 * last[0].TrainLoss!.Value) + (9.0 * last[1].TrainLoss!.Value)) / 41,
            RunMeasure.Find("train-loss")!.Value(run, 0)!.Value,
            1e-9);
    }
}
