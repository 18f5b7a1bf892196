using Classroom.Training.Losses;
using Classroom.Training.Operations;
using Classroom.Training.Optimizers;
using Classroom.Training.Probes;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Loop;

/// <summary>One training step: forward, loss, backward, clip, optimizer.</summary>
/// <param name="parts">The network and what it learns.</param>
/// <param name="optimizer">Of the weights that are trained.</param>
/// <param name="steps">Of the whole run, for the schedule of the learning rate.</param>
internal sealed class TrainingStep(ProbedRun parts, Optimizer optimizer, int steps)
{
    /// <summary>Trains on a batch; leaves the weights as they are where its loss is not finite.</summary>
    /// <param name="step">Steps done before.</param>
    /// <param name="places">(batch): which examples.</param>
    /// <param name="beforeUpdate">Called once the gradients are there and before the optimizer uses them.</param>
    /// <returns>The mean loss over the batch and the share that was right, both before the step.</returns>
    public (float Loss, float? Accuracy) Take(int step, Tensor places, Action? beforeUpdate)
    {
        var (inputs, targets) = parts.Examples.Take(places);
        var predictions = Objective.Predictions(parts.Network.call(inputs));
        var loss = parts.Objective.Loss(predictions, inputs, targets, nn.Reduction.Mean);
        var lossValue = loss.item<float>();
        var accuracy = parts.Objective.Classifies ? (float?)Objective.Right(predictions, targets) / targets.shape[0] : null;
        if (float.IsFinite(lossValue))
        {
            UpdateWeights(loss, LearningRate(step), beforeUpdate);
        }

        return (lossValue, accuracy);
    }

    private void UpdateWeights(Tensor loss, double learningRate, Action? beforeUpdate)
    {
        var parameters = parts.Parameters;
        parameters.Gradients.Clear();
        loss.PassBack();
        if (parts.Config.Clip is { } norm)
        {
            Optimizer.Clip(parameters.TrainedGradients, norm);
        }

        beforeUpdate?.Invoke();
        optimizer.Step(parameters.TrainedWeights, parameters.TrainedGradients, learningRate);
    }

    // Cosine: half a cosine from the full rate before the first step down to 0 after the last (Loshchilov and Hutter, 2017, without
    // restarts).
    private double LearningRate(int step) => parts.Config.Schedule == LearningRateSchedule.Cosine
        ? parts.Config.Optimizer.LearningRate * (1 + Math.Cos(Math.PI * step / steps)) / 2
        : parts.Config.Optimizer.LearningRate;
}
