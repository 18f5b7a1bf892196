using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>How gradients change the weights.</summary>
public sealed record OptimizerConfig
{
    public required OptimizerKind Kind { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>Share of the last step that is taken again; SGD only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Momentum { get; init; }

    /// <summary>Factor of the weights that is added to their gradients.</summary>
    public double WeightDecay { get; init; }
}
