using System.Diagnostics.CodeAnalysis;
using Classroom.Training.Settings;

namespace Classroom.Training.Configs;

/// <summary>What came of reading a config: the config, or every fault by field.</summary>
public sealed record ConfigReading
{
    /// <summary>The config, or null when there are errors.</summary>
    public TrainingConfig? Config { get; init; }

    /// <summary>Messages by field, such as <c>model.kernel</c>; the empty key is the config as a whole.</summary>
    public required IReadOnlyDictionary<string, string[]> Errors { get; init; }

    /// <summary>Weights and biases of the model; 0 when there are errors.</summary>
    public int WeightCount { get; init; }

    /// <summary>Training steps of the whole run; 0 when there are errors.</summary>
    public int Steps { get; init; }

    /// <summary>Training examples of an epoch; 0 when there are errors.</summary>
    public int TrainExamples { get; init; }

    [MemberNotNullWhen(true, nameof(Config))]
    public bool IsValid => Config is not null;
}
