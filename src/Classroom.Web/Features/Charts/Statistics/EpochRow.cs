namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>One epoch: mean train values of its examples, validation values at its end; losses in nats, accuracies 0 to 1.</summary>
public sealed record EpochRow(int Number, double? TrainLoss, double? TrainAccuracy, double? ValLoss, double? ValAccuracy);
