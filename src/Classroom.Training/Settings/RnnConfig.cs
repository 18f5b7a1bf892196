using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>
/// Recurrent layers. Text: an embedding before them and an output for each character of the vocabulary at each place.
/// Sequence: what they hold after the last place goes to the output.
/// </summary>
public sealed record RnnConfig : ModelConfig
{
    public required Cell Cell { get; init; }

    /// <summary>Units in each recurrent layer.</summary>
    public required int Hidden { get; init; }

    public int Layers { get; init; } = 1;

    /// <summary>
    /// Of an LSTM: what the bias of each forget gate begins with, both of PyTorch's biases together, whatever
    /// <see cref="TrainingConfig.Init"/> draws (Jozefowicz et al., 2015). Drawn like the others when null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ForgetBias { get; init; }
}
