using Classroom.Training;

namespace Classroom.Web.Features.Lab.Curves;

/// <summary>What a chart shows of a run's points.</summary>
public sealed record CurveMetric(string Name, string Unit, bool IsShare, Func<MetricPoint, float?> OfTraining, Func<MetricPoint, float?> OfValidation)
{
    public static readonly CurveMetric Loss = new("Loss", "nats", false, point => point.TrainLoss, point => point.ValLoss);

    public static readonly CurveMetric SquaredError = Loss with { Unit = "squared error" };

    public static readonly CurveMetric Accuracy = new("Accuracy", "", true, point => point.TrainAccuracy, point => point.ValAccuracy);
}
