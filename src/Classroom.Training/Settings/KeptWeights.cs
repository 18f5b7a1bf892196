using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>
/// Which of a run's weights are kept: those after its last step, or those after the epoch with the lowest validation loss.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeptWeights>))]
public enum KeptWeights
{
    [JsonStringEnumMemberName("last")] Last,
    [JsonStringEnumMemberName("best")] Best,
}
