using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>How the learning rate changes over the run: not at all, or along half a cosine down to 0.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LearningRateSchedule>))]
public enum LearningRateSchedule
{
    [JsonStringEnumMemberName("constant")] Constant,
    [JsonStringEnumMemberName("cosine")] Cosine,
}
