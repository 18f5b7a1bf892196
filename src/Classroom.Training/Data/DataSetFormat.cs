using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Classroom.Training;

/// <summary>
/// The stored form of a data set: signature and version, what is known of it, its examples compressed, and SHA-256 of it all.
/// </summary>
internal static class DataSetFormat
{
    private const byte Version = 1;
    private const int MostClasses = 256;
    private const int LargestPart = 1 << 28;

    private static ReadOnlySpan<byte> Signature => "CLDS"u8;

    public static byte[] Write(DataSet data)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Signature);
            writer.Write(Version);
            writer.Write(data.Id);
            writer.Write(data.Title);
            writer.Write(data.Description);
            writer.Write((byte)data.Kind);
            writer.Write(data.Train);
            writer.Write(data.Validation);
            writer.Write(data.TrainCharacters);
            WriteList(writer, data.Shape, writer.Write);
            WriteList(writer, data.Classes, writer.Write);
            writer.Write(data.Values.Length);
            writer.Write(data.Labels.Length);
        }

        using (var compressed = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressed.Write(data.Values.Span);
            compressed.Write(data.Labels.Span);
        }

        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    public static DataSet Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Signature.Length + 1 + SHA256.HashSizeInBytes || !bytes.StartsWith(Signature))
        {
            throw new InvalidDataException("These bytes are no stored data set.");
        }

        if (bytes[Signature.Length] != Version)
        {
            throw new InvalidDataException($"The stored data set has version {bytes[Signature.Length]}; only version {Version} can be read.");
        }

        var content = bytes[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[content.Length..]))
        {
            throw new InvalidDataException("The stored data set is damaged: its checksum does not fit.");
        }

        try
        {
            return ReadContent(content[(Signature.Length + 1)..].ToArray());
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The stored data set is damaged: it ends too early.", e);
        }
    }

    private static DataSet ReadContent(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var data = new DataSet
        {
            Id = reader.ReadString(),
            Title = reader.ReadString(),
            Description = reader.ReadString(),
            Kind = (DataSetKind)reader.ReadByte(),
            Train = reader.ReadInt32(),
            Validation = reader.ReadInt32(),
            TrainCharacters = reader.ReadInt32(),
            Shape = ReadList(reader, 2, reader.ReadInt32),
            Classes = ReadList(reader, MostClasses, reader.ReadString),
            Values = default,
            Labels = default,
        };
        var (values, labels) = (reader.ReadInt32(), reader.ReadInt32());
        Check(values is >= 0 and <= LargestPart && labels is >= 0 and <= LargestPart, "its lengths are impossible");

        using var compressed = new ZLibStream(stream, CompressionMode.Decompress);
        data = data with { Values = ReadPart(compressed, values), Labels = ReadPart(compressed, labels) };
        Check(compressed.ReadByte() < 0, "it goes on after its end");
        CheckExamples(data);
        return data;
    }

    // Whoever trains on it indexes without looking again.
    private static void CheckExamples(DataSet data)
    {
        Check(data.Train >= 1 && data.Validation >= 1 && data.Shape.All(side => side >= 1) && data.Classes.Count >= 1, "it holds no examples");
        var size = data.Shape.Aggregate(1L, (product, side) => product * side);
        switch (data.Kind)
        {
            case DataSetKind.Image:
                Check(data.Shape.Count == 2, "its pictures have no two sides");
                Check(data.Labels.Length == (long)data.Train + data.Validation && data.Values.Length == data.Labels.Length * size, "the number of examples does not fit");
                Check(!data.Labels.Span.ContainsAnyExceptInRange((byte)0, (byte)(data.Classes.Count - 1)), "a label has no class");
                break;
            case DataSetKind.Text:
                Check(data.Shape.Count == 1, "its windows have no length");
                Check(
                    data.TrainCharacters > data.Train * size && data.Values.Length - data.TrainCharacters > data.Validation * size,
                    "the number of examples does not fit");
                Check(!data.Values.Span.ContainsAnyExceptInRange((byte)0, (byte)(data.Classes.Count - 1)), "a character is not in its vocabulary");
                break;
            default:
                throw new InvalidDataException($"The stored data set has the unknown kind {(int)data.Kind}.");
        }
    }

    private static byte[] ReadPart(Stream stream, int length)
    {
        var part = new byte[length];
        stream.ReadExactly(part);
        return part;
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

    private static void Check(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidDataException($"The stored data set is damaged: {fault}.");
        }
    }
}
