using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>How a convolution's picture is made smaller: the largest or the mean of each 2×2, not at all, or by a stride of 2.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Pooling>))]
public enum Pooling
{
    [JsonStringEnumMemberName("max")] Max,
    [JsonStringEnumMemberName("avg")] Average,
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("stride")] Stride,
}
