using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Classroom.Training;

/// <summary>A data set with its examples; nothing in it changes, so runs share it.</summary>
/// <remarks>Give an imported one its name by <c>with { Id = …, Title = … }</c>.</remarks>
public sealed record DataSet : DataSetInfo
{
    public DataSet()
    {
    }

    /// <summary>Everything that <paramref name="info"/> says; the examples are to be added.</summary>
    [SetsRequiredMembers]
    public DataSet(DataSetInfo info, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> labels)
        : base(info)
    {
        Values = values;
        Labels = labels;
    }

    /// <summary>
    /// Image: one byte a pixel (0 black to 255 white), row by row, training pictures first.
    /// Text: one index into the vocabulary a character, training text first.
    /// </summary>
    [JsonIgnore]
    public required ReadOnlyMemory<byte> Values { get; init; }

    /// <summary>Image: one label a picture. Text: empty, since a character's label is the next one.</summary>
    [JsonIgnore]
    public required ReadOnlyMemory<byte> Labels { get; init; }

    /// <summary>Text: how many of <see cref="Values"/> are training text. Image: 0.</summary>
    [JsonIgnore]
    public int TrainCharacters { get; init; }

    /// <summary>The data set without its examples.</summary>
    [JsonIgnore]
    public DataSetInfo Info => new()
    {
        Id = Id,
        Title = Title,
        Description = Description,
        Kind = Kind,
        Train = Train,
        Validation = Validation,
        Shape = Shape,
        Classes = Classes,
    };

    /// <summary>The data set in a compact form that can be stored.</summary>
    public byte[] ToBytes() => DataSetFormat.Write(this);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, cut short or of another version.</exception>
    public static DataSet FromBytes(ReadOnlySpan<byte> bytes) => DataSetFormat.Read(bytes);
}
