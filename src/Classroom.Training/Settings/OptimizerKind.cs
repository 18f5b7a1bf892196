using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>Stochastic gradient descent, or Adam (Kingma and Ba, 2014, with β 0.9 and 0.999).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OptimizerKind>))]
public enum OptimizerKind
{
    [JsonStringEnumMemberName("sgd")] Sgd,
    [JsonStringEnumMemberName("adam")] Adam,
}
