using Classroom.Training.Settings;

namespace Classroom.Training.Measures;

/// <summary>How the steps of an epoch share out the training examples: a batch each, and the last step takes what is left.</summary>
/// <param name="Examples">Training examples of an epoch.</param>
/// <param name="BatchSize">Examples of a whole batch.</param>
public sealed record EpochSteps(int Examples, int BatchSize)
{
    /// <summary>Steps of an epoch.</summary>
    public int Count => (Examples + BatchSize - 1) / BatchSize;

    /// <param name="config">What is trained.</param>
    /// <param name="steps">Steps of the whole run.</param>
    /// <param name="examples">Training examples of an epoch; null, or a number that does not fit the steps, for whole batches.</param>
    public static EpochSteps Create(TrainingConfig config, int steps, int? examples)
    {
        var whole = Math.Max(1, steps / config.Epochs) * config.BatchSize;
        return new(examples is { } known && known > whole - config.BatchSize && known <= whole ? known : whole, config.BatchSize);
    }

    /// <summary>Examples of the batch of a step; steps count from 1, over all epochs.</summary>
    public int ExamplesOf(int step) => step % Count == 0 ? Examples - ((Count - 1) * BatchSize) : BatchSize;

    /// <summary>The epoch that a step belongs to, from 1.</summary>
    public int EpochOf(int step) => Math.Max(1, (step + Count - 1) / Count);
}
