using Classroom.Training.Loop;

namespace Classroom.Training.Measures;

/// <summary>
/// Mean training loss and accuracy over steps, each weighed by the examples of its batch: the mean over the examples. All places
/// that show such a mean have it from here.
/// </summary>
/// <param name="steps">How many examples a step has.</param>
public sealed class TrainMean(EpochSteps steps)
{
    private double loss;
    private double right;
    private long examples;
    private long judged;

    /// <summary>In nats, or a squared error; null without a step whose loss is a number.</summary>
    public double? Loss => examples > 0 ? loss / examples : null;

    /// <summary>0 to 1; null where nothing is right or wrong.</summary>
    public double? Accuracy => judged > 0 ? right / judged : null;

    /// <summary>Takes in a step; leaves out validations, and steps whose loss is infinite or not a number.</summary>
    public void Add(MetricPoint point)
    {
        if (point.TrainLoss is not { } measured || !float.IsFinite(measured))
        {
            return;
        }

        var count = steps.ExamplesOf(point.Step);
        loss += (double)measured * count;
        examples += count;
        if (point.TrainAccuracy is { } share)
        {
            right += (double)share * count;
            judged += count;
        }
    }
}
