using System.Text.Json.Serialization;

namespace Classroom.Training.Data;

/// <summary>What an example is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataSetKind>))]
public enum DataSetKind
{
    /// <summary>A grey picture with a label.</summary>
    [JsonStringEnumMemberName("image")] Image,

    /// <summary>A window of text whose next characters are to be told.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>A row of numbers with a label; with two columns, a point in the plane.</summary>
    [JsonStringEnumMemberName("table")] Table,

    /// <summary>Measurements one after another, with a label or with a number that is to be predicted.</summary>
    [JsonStringEnumMemberName("sequence")] Sequence,
}
