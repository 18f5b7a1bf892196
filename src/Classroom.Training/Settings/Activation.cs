using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>What a layer does to each value it passes on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Activation>))]
public enum Activation
{
    [JsonStringEnumMemberName("linear")] Linear,
    [JsonStringEnumMemberName("sigmoid")] Sigmoid,
    [JsonStringEnumMemberName("tanh")] Tanh,
    [JsonStringEnumMemberName("relu")] Relu,
}
