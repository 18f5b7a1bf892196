namespace Classroom.Training.Settings;

/// <summary>What one run may cost.</summary>
public sealed record TrainingLimits
{
    public int MaxWeights { get; init; } = 300_000;

    public int MaxSteps { get; init; } = 20_000;

    /// <summary>Seconds of training, waiting not counted; whoever advances the run keeps the time.</summary>
    public int MaxTrainingSeconds { get; init; } = 600;

    /// <summary>
    /// Multiplications in the forward pass of one step. Nothing interrupts a step, and pause and stop take effect within a
    /// tenth of a second: so many, with the way back, take a core about half of that.
    /// </summary>
    public long MaxMultiplicationsPerStep { get; init; } = 250_000_000;

    /// <summary>
    /// Values that the layers of one step hold, which is what takes memory; 4 bytes each, and as much again for gradients.
    /// </summary>
    public long MaxValuesPerStep { get; init; } = 20_000_000;
}
