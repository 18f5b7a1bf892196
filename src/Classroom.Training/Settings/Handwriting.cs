using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>The hand that draws pictures: as unsteady as the data set has it, or a steady one in the middle of clean paper.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Handwriting>))]
public enum Handwriting
{
    [JsonStringEnumMemberName("usual")] Usual,
    [JsonStringEnumMemberName("steady")] Steady,
}
