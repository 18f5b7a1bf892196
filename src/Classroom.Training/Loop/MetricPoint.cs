namespace Classroom.Training.Loop;

/// <summary>One point of the curve: the train values after a step, or the validation values after an epoch.</summary>
/// <param name="Sequence">Counts the run's points from 0.</param>
/// <param name="Step">Training steps done.</param>
/// <param name="Epoch">Passes through the training data, with their fraction.</param>
/// <param name="TrainLoss">Of this step's batch, in nats; infinite or NaN in the last point of a diverged run.</param>
/// <param name="TrainAccuracy">Share of this step's batch that was right, 0 to 1.</param>
/// <param name="ValLoss">Of the whole validation set, in nats; infinite or NaN in the last point of a diverged run.</param>
/// <param name="ValAccuracy">Share of the validation set that was right, 0 to 1.</param>
public readonly record struct MetricPoint(
    int Sequence,
    int Step,
    double Epoch,
    float? TrainLoss,
    float? TrainAccuracy,
    float? ValLoss,
    float? ValAccuracy);
