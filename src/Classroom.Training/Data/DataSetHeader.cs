using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.Training.Data;

/// <summary>What stands before the examples of a stored data set: all that is known of it, and how long its parts are.</summary>
internal sealed record DataSetHeader(DataSetInfo Info, int TrainCharacters, int Values, int Labels, int Numbers, int Targets)
{
    private const int MostSides = 2;
    private const int MostClasses = 256;
    private const int MostColumns = 4_096;
    private const int LongestText = 16_384;
    private const int LongestReading = 1 << 22;
    private const int Piece = 1 << 14;
    private const int LargestPart = 1 << 28;

    private static readonly JsonSerializerOptions ReadingJson = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static DataSetHeader From(DataSet data) =>
        new(data.Info, data.TrainCharacters, data.Values.Length, data.Labels.Length, data.Numbers.Length, data.Targets.Length);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Info.Id);
        writer.Write(Info.Title);
        writer.Write(Info.Description);
        writer.Write((byte)Info.Kind);
        writer.Write(Info.Train);
        writer.Write(Info.Validation);
        writer.Write(TrainCharacters);
        WriteList(writer, Info.Shape, writer.Write);
        WriteList(writer, Info.Classes, writer.Write);
        WriteList(writer, Info.Columns, column =>
        {
            writer.Write(column.Name);
            writer.Write(column.Mean);
            writer.Write(column.Deviation);
        });
        var reading = Info.Reading is null ? [] : JsonSerializer.SerializeToUtf8Bytes(Info.Reading, ReadingJson);
        writer.Write7BitEncodedInt(reading.Length);
        writer.Write(reading);
        writer.Write(Values);
        writer.Write(Labels);
        writer.Write(Numbers);
        writer.Write(Targets);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote. Version 1 knew pictures and text only; version 2 had means in 32 bits and did not
    /// say how the files were read.
    /// </summary>
    public static DataSetHeader Read(BinaryReader reader, int version)
    {
        var info = new DataSetInfo
        {
            Id = ReadText(reader),
            Title = ReadText(reader),
            Description = ReadText(reader),
            Kind = (DataSetKind)reader.ReadByte(),
            Train = reader.ReadInt32(),
            Validation = reader.ReadInt32(),
            Shape = [],
            Classes = [],
        };
        var trainCharacters = reader.ReadInt32();
        info = info with
        {
            Shape = ReadList(reader, MostSides, reader.ReadInt32),
            Classes = ReadList(reader, MostClasses, () => ReadText(reader)),
            Columns = version == 1 ? [] : ReadList(reader, MostColumns, () => ReadColumn(reader, version)),
            Reading = version < 3 ? null : ReadReading(reader),
        };
        var header = new DataSetHeader(
            info,
            trainCharacters,
            reader.ReadInt32(),
            reader.ReadInt32(),
            version == 1 ? 0 : reader.ReadInt32(),
            version == 1 ? 0 : reader.ReadInt32());
        header.Check();
        return header;
    }

    // Before any memory is taken for the examples: whoever trains on them indexes without looking again.
    private void Check()
    {
        Check(new[] { Values, Labels, Numbers, Targets }.All(length => length is >= 0 and <= LargestPart), "its lengths are impossible");
        Check(
            Info.Train >= 1 && Info.Validation >= 1 && Info.Shape.All(side => side >= 1) && (Info.Classes.Count >= 1 || Targets > 0),
            "it holds no examples");
        var examples = (long)Info.Train + Info.Validation;
        var size = Info.Shape.Aggregate(1L, (product, side) => Math.Min(product * side, LargestPart + 1L));
        switch (Info.Kind)
        {
            case DataSetKind.Image:
                Check(Info.Shape.Count == 2, "its pictures have no two sides");
                Check(
                    Labels == examples && Values == examples * size && Numbers == 0 && Targets == 0, "the number of examples does not fit");
                break;
            case DataSetKind.Text:
                Check(Info.Shape.Count == 1, "its windows have no length");
                Check(
                    TrainCharacters > Info.Train * size
                        && Values - TrainCharacters > Info.Validation * size
                        && Labels == 0
                        && Numbers == 0
                        && Targets == 0,
                    "the number of examples does not fit");
                break;
            case DataSetKind.Table or DataSetKind.Sequence:
                Check(Info.Shape.Count == (Info.Kind == DataSetKind.Table ? 1 : 2), "its rows have no length");
                Check(Info.Columns.Count == Info.Shape[^1], "its columns are not those of its rows");
                Check(
                    Info.Columns.All(column => double.IsFinite(column.Mean) && double.IsFinite(column.Deviation) && column.Deviation > 0),
                    "a column has no scale");
                Check(
                    Numbers == examples * size
                        && Values == 0
                        && (Info.IsRegression ? (Labels, Targets) == (0, examples) : (Labels, Targets) == (examples, 0)),
                    "the number of examples does not fit");
                break;
            default:
                throw new InvalidDataException($"The stored data set has the unknown kind {(int)Info.Kind}.");
        }
    }

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> list, Action<T> write)
    {
        writer.Write((ushort)list.Count);
        foreach (var item in list)
        {
            write(item);
        }
    }

    private static T[] ReadList<T>(BinaryReader reader, int most, Func<T> read)
    {
        var list = new T[reader.ReadUInt16()];
        Check(list.Length <= most, "a list is too long");
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = read();
        }

        return list;
    }

    private static ColumnScale ReadColumn(BinaryReader reader, int version)
    {
        var name = ReadText(reader);
        return version < 3 ? new(name, reader.ReadSingle(), reader.ReadSingle()) : new(name, reader.ReadDouble(), reader.ReadDouble());
    }

    private static DataSetReading? ReadReading(BinaryReader reader)
    {
        var json = ReadBytes(reader, LongestReading);
        return json.Length == 0 ? null : JsonSerializer.Deserialize<DataSetReading>(json, ReadingJson);
    }

    // As BinaryReader.ReadString, but a damaged length takes no memory.
    private static string ReadText(BinaryReader reader) => Encoding.UTF8.GetString(ReadBytes(reader, LongestText));

    private static byte[] ReadBytes(BinaryReader reader, int longest)
    {
        var length = reader.Read7BitEncodedInt();
        Check(length >= 0 && length <= longest, "a text in it is too long");
        using var bytes = new MemoryStream();
        while (bytes.Length < length)
        {
            var piece = reader.ReadBytes(Math.Min(Piece, length - (int)bytes.Length));
            if (piece.Length == 0)
            {
                throw new EndOfStreamException();
            }

            bytes.Write(piece);
        }

        return bytes.ToArray();
    }

    private static void Check(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidDataException($"The stored data set is damaged: {fault}.");
        }
    }
}
