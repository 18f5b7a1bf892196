namespace Classroom.Training;

/// <summary>What has come of a run, as its measures need it.</summary>
public sealed record MeasuredRun
{
    /// <summary>The whole curve, in order.</summary>
    public required IReadOnlyList<MetricPoint> Points { get; init; }

    /// <summary>The frames of all its probes, in order.</summary>
    public required IReadOnlyList<ProbeFrame> Frames { get; init; }

    /// <summary>Time spent on its steps, waiting not counted.</summary>
    public required TimeSpan TrainingTime { get; init; }

    /// <summary>Its loss became infinite or not a number.</summary>
    public required bool Diverged { get; init; }

    /// <summary>The last validation; null before the first epoch has ended.</summary>
    internal MetricPoint? LastValidation => Validations.Select(point => (MetricPoint?)point).LastOrDefault();

    internal IEnumerable<MetricPoint> Validations => Points.Where(point => point.ValLoss is { } loss && float.IsFinite(loss));

    /// <summary>The validation with the lowest loss; the earliest of equals.</summary>
    internal MetricPoint? BestValidation => Validations.Select(point => (MetricPoint?)point).MinBy(point => point!.Value.ValLoss);

    internal IEnumerable<float> TrainLosses => Points.Where(point => point.TrainLoss is { } loss && float.IsFinite(loss)).Select(point => point.TrainLoss!.Value);

    /// <summary>Mean of the last epoch's steps, in nats or squared error; null without a step.</summary>
    internal double? LastTrainLoss
    {
        get
        {
            var steps = Points.Where(point => point.TrainLoss is { } loss && float.IsFinite(loss)).ToList();
            return steps.Count == 0 ? null : steps.Where(point => EpochOf(point) == EpochOf(steps[^1])).Average(point => (double)point.TrainLoss!);
        }
    }

    // A step belongs to the epoch that it moves through: 0.5 and 1.0 to the first, 1.01 to the second.
    private static int EpochOf(MetricPoint point) => (int)Math.Ceiling(point.Epoch - 1e-9);
}
