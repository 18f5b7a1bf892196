using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.School.Runs;
using Classroom.Training.Loop;

namespace Classroom.Runs.Tests;

public sealed class RunProgressTests
{
    [Fact]
    public void A_run_that_diverges_keeps_its_last_loss_that_is_a_number()
    {
        var run = new Run
        {
            Id = Guid.NewGuid(),
            OwnerId = 1,
            ConfigJson = "{}",
            DataSetId = "line",
            Steps = 9,
            Epochs = 3,
            CreatedUtc = default,
            ValLoss = 79.5,
        };
        var delta = new RunDelta
        {
            Points =
            [
                new MetricPoint(1, 3, 1, 4, null, 6.7e35f, null),
                new MetricPoint(2, 6, 2, float.PositiveInfinity, null, float.NaN, null),
            ],
            Frames = [],
            Step = 6,
            Epoch = 3,
            TrainingTime = TimeSpan.FromSeconds(1),
            Checkpoint = null,
            Weights = null,
            WeightsStep = null,
            Ending = null,
        };

        var progress = delta.ToProgress(run, RunState.Diverged, null, null);

        Assert.Equal((4, (double)6.7e35f), (progress.TrainLoss, progress.ValLoss));
    }
}
