using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Classroom.Training.Data;

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
    /// Table and sequence: empty.
    /// </summary>
    [JsonIgnore]
    public required ReadOnlyMemory<byte> Values { get; init; }

    /// <summary>
    /// Table and sequence: the numbers of one example after another, training examples first; a sequence place by place.
    /// Image and text: empty.
    /// </summary>
    [JsonIgnore]
    public ReadOnlyMemory<float> Numbers { get; init; }

    /// <summary>Where a number is to be predicted: one an example. Otherwise empty.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<float> Targets { get; init; }

    /// <summary>
    /// One label an example. Text: empty, since a character's label is the next one. Empty too where a number is to be predicted.
    /// </summary>
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
        Columns = Columns,
        Reading = Reading,
    };

    /// <summary>Writes the data set in a compact form that can be stored.</summary>
    public void Write(Stream target) =>
        DataSetFormat.Write(target, DataSetHeader.From(this), examples => DataSetFormat.WriteExamples(examples, this));

    /// <summary>Reads what <see cref="Write"/> wrote; nothing is held beside the examples.</summary>
    /// <param name="source">From its start to its end; it must be able to seek.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, cut short or of another version.</exception>
    public static DataSet Read(Stream source) => DataSetFormat.Read(source);

    /// <summary>Reads what is known of a stored data set, which stands at its start, and leaves the examples.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, cut short or of another version.</exception>
    public static DataSetInfo ReadInfo(Stream source) => DataSetFormat.ReadInfo(source);
}
