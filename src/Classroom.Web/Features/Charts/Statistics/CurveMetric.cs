using Classroom.Training.Loop;

namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>What a chart shows of a run's points.</summary>
/// <param name="Name">As the chart is called.</param>
/// <param name="Note">What its numbers mean.</param>
/// <param name="IsShare">From 0 to 1; the more the better. Of others less is better.</param>
public sealed record CurveMetric(
    string Name, string Note, bool IsShare, Func<MetricPoint, float?> OfTraining, Func<MetricPoint, float?> OfValidation)
{
    public static readonly CurveMetric Loss = new(
        "Loss",
        "0 means sure and right. Each 0.69 more means that the network gave the right answer half the probability. (The unit is called a nat.)",
        false,
        point => point.TrainLoss,
        point => point.ValLoss);

    public static readonly CurveMetric SmoothedLoss = Loss with
    {
        Note = "The labels are smoothed: even a network that is sure and right does not reach 0. Compare accuracies with other runs.",
    };

    public static readonly CurveMetric SquaredError = Loss with { Note = "The mean of the squared errors: 0 is exactly right." };

    /// <summary>Of runs of which some measure their loss in one way and some in the other.</summary>
    public static readonly CurveMetric MixedLosses =
        Loss with { Note = "These runs measure their loss in different ways, so compare the shapes of the curves, not their heights." };

    public static readonly CurveMetric Accuracy = new("Accuracy", "", true, point => point.TrainAccuracy, point => point.ValAccuracy);

    /// <summary>The values of a run that the chart shows, at their last and their best epoch.</summary>
    public BestSoFar? Best(CurveSummary summary) => IsShare ? summary.Accuracy : summary.Loss;

    public CurveExtent Extent(CurveSummary summary) => IsShare ? summary.Accuracies : summary.Losses;
}
