using System.Text.Json.Serialization;

namespace Classroom.Training;

/// <summary>What an example is: a grey picture with a label, or a window of text whose next characters are to be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataSetKind>))]
public enum DataSetKind
{
    [JsonStringEnumMemberName("image")] Image,
    [JsonStringEnumMemberName("text")] Text,
}
