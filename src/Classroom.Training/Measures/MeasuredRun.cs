using Classroom.Training.Loop;
using Classroom.Training.Probes;

namespace Classroom.Training.Measures;

/// <summary>What has come of a run, as its measures need it.</summary>
public sealed record MeasuredRun
{
    /// <summary>The whole curve, in order.</summary>
    public required IReadOnlyList<MetricPoint> Points { get; init; }

    /// <summary>How many examples each of its steps had.</summary>
    public required EpochSteps Steps { get; init; }

    /// <summary>The frames of all its probes, in order.</summary>
    public required IReadOnlyList<ProbeFrame> Frames { get; init; }

    /// <summary>Time spent on its steps, waiting not counted.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>
    /// Weights and biases of its network, as its config says; null where that is not known. For runs whose network nobody looked at.
    /// </summary>
    public long? Weights { get; init; }

    /// <summary>Its loss became infinite or not a number.</summary>
    public required bool Diverged { get; init; }

    /// <summary>The last validation; null before the first epoch has ended.</summary>
    internal MetricPoint? LastValidation => Validations.Select(point => (MetricPoint?)point).LastOrDefault();

    internal IEnumerable<MetricPoint> Validations => Points.Where(point => point.ValLoss is { } loss && float.IsFinite(loss));

    /// <summary>The validation with the lowest loss; the earliest of equals.</summary>
    internal MetricPoint? BestValidation => Validations.Select(point => (MetricPoint?)point).MinBy(point => point!.Value.ValLoss);

    internal IEnumerable<float> TrainLosses =>
        Points.Where(point => point.TrainLoss is { } loss && float.IsFinite(loss)).Select(point => point.TrainLoss!.Value);

    /// <summary>Mean over the examples of the last epoch, in nats or squared error; null without a step.</summary>
    internal double? LastTrainLoss
    {
        get
        {
            var steps = Points.Where(point => point.TrainLoss is { } loss && float.IsFinite(loss)).ToList();
            var mean = new TrainMean(Steps);
            foreach (var point in steps.Where(point => Steps.EpochOf(point.Step) == Steps.EpochOf(steps[^1].Step)))
            {
                mean.Add(point);
            }

            return mean.Loss;
        }
    }
}
