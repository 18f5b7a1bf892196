using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>What a chart shows of a run's points.</summary>
public sealed record CurveMetric(string Name, string Unit, bool IsShare, Func<MetricPoint, float?> OfTraining, Func<MetricPoint, float?> OfValidation)
{
    public static readonly CurveMetric Loss = new("Loss", "nats", false, point => point.TrainLoss, point => point.ValLoss);

    public static readonly CurveMetric SquaredError = Loss with { Unit = "squared error" };

    public static readonly CurveMetric Accuracy = new("Accuracy", "", true, point => point.TrainAccuracy, point => point.ValAccuracy);

    /// <summary>Step and value of the points that have one; what is no number cannot be drawn.</summary>
    public IReadOnlyList<(double X, double Y)> Train(IReadOnlyList<MetricPoint> points) => Pick(points, OfTraining);

    public IReadOnlyList<(double X, double Y)> Validation(IReadOnlyList<MetricPoint> points) => Pick(points, OfValidation);

    private static List<(double X, double Y)> Pick(IReadOnlyList<MetricPoint> points, Func<MetricPoint, float?> metric) =>
        [.. points.Where(point => metric(point) is { } value && float.IsFinite(value)).Select(point => ((double)point.Step, (double)metric(point)!.Value))];
}
