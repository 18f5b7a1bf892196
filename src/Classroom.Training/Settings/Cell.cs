using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>The unit of a recurrent layer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cell>))]
public enum Cell
{
    [JsonStringEnumMemberName("rnn")] Rnn,
    [JsonStringEnumMemberName("lstm")] Lstm,
    [JsonStringEnumMemberName("gru")] Gru,
}
