using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>A multilayer perceptron: dense layers one after another. Pictures go in as one long row of pixels.</summary>
public sealed record MlpConfig : ModelConfig
{
    /// <summary>Neurons in each hidden layer, first to last; without any, the output layer alone.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Probability that a hidden layer's value is dropped in a training step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Dropout { get; init; }

    /// <summary>
    /// Every hidden layer but the first adds to what it was given instead of replacing it (He et al., 2016); all have the same
    /// width.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Residual { get; init; }
}
