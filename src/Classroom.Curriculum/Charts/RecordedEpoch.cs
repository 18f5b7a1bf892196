namespace Classroom.Curriculum.Charts;

/// <summary>One epoch: mean values of its training steps, validation values at its end. Losses in nats, accuracies 0 to 1.</summary>
internal readonly record struct RecordedEpoch(int Step, double TrainLoss, double ValLoss, double TrainAccuracy, double ValAccuracy);
