using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>
/// Text whose order is destroyed: not at all, character by character, or word by word; training and validation text each for itself.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextShuffle>))]
public enum TextShuffle
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("characters")] Characters,
    [JsonStringEnumMemberName("words")] Words,
}
