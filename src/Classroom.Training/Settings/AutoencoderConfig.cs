using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>
/// Squeezes a picture through ever narrower dense layers into a code of a few numbers, and draws it again from that code
/// through the same layers in reverse. Learns without labels.
/// </summary>
public sealed record AutoencoderConfig : ModelConfig
{
    [JsonIgnore]
    public override bool CopiesInput => true;

    /// <summary>Neurons in each layer between picture and code; the way back has the same in reverse.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [];

    /// <summary>Numbers in the code.</summary>
    public required int Code { get; init; }

    public Activation Activation { get; init; } = Activation.Relu;
}
