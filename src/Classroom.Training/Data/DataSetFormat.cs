using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Classroom.Training.Data;

/// <summary>
/// The stored form of a data set: signature and version, what is known of it, its examples compressed, and SHA-256 of it all.
/// Numbers are stored least significant byte first. Both ways are streams: nothing is held beside the examples themselves.
/// </summary>
internal static class DataSetFormat
{
    private const byte Version = 3;
    private const int Buffer = 64 * 1024;

    private static ReadOnlySpan<byte> Signature => "CLDS"u8;

    /// <param name="target">Where to write; stays open.</param>
    /// <param name="header">What the examples are.</param>
    /// <param name="writeExamples">
    /// Writes values, labels, numbers and targets, in this order and of the lengths that the header gives.
    /// </param>
    public static void Write(Stream target, DataSetHeader header, Action<Stream> writeExamples)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(target, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            hashed.Write(Signature);
            hashed.WriteByte(Version);
            using (var writer = new BinaryWriter(hashed, Encoding.UTF8, leaveOpen: true))
            {
                header.Write(writer);
            }

            using var compressed = new ZLibStream(hashed, CompressionLevel.Fastest, leaveOpen: true);
            using var buffered = new BufferedStream(compressed, Buffer);
            writeExamples(buffered);
        }

        target.Write(hash.Hash);
    }

    /// <summary>Writes the examples of a data set as <see cref="Write"/> wants them.</summary>
    public static void WriteExamples(Stream target, DataSet data)
    {
        target.Write(data.Values.Span);
        target.Write(data.Labels.Span);
        target.Write(MemoryMarshal.AsBytes(data.Numbers.Span));
        target.Write(MemoryMarshal.AsBytes(data.Targets.Span));
    }

    /// <summary>Only what is known of it: neither examples nor checksum are looked at.</summary>
    public static DataSetInfo ReadInfo(Stream source) => Understood(() =>
    {
        var version = ReadVersion(source);
        using var reader = new BinaryReader(source, Encoding.UTF8, leaveOpen: true);
        return DataSetHeader.Read(reader, version).Info;
    });

    public static DataSet Read(Stream source)
    {
        using var hash = SHA256.Create();
        var content = new WindowStream(source, 0, Math.Max(0, source.Length - SHA256.HashSizeInBytes));
        using var hashed = new CryptoStream(content, hash, CryptoStreamMode.Read, leaveOpen: true);
        var version = Understood(() => ReadVersion(hashed));
        InvalidDataException? fault = null;
        DataSet? data = null;
        try
        {
            data = Understood(() => ReadContent(hashed, version));
        }
        catch (InvalidDataException e)
        {
            fault = e;
        }

        // A checksum that does not fit says more than what the damaged bytes seemed to be.
        hashed.CopyTo(Stream.Null);
        var stored = new byte[SHA256.HashSizeInBytes];
        source.Position = content.Length;
        source.ReadExactly(stored);
        if (!hash.Hash.AsSpan().SequenceEqual(stored))
        {
            throw new InvalidDataException("The stored data set is damaged: its checksum does not fit.", fault);
        }

        return data ?? throw fault!;
    }

    private static int ReadVersion(Stream source)
    {
        Span<byte> start = stackalloc byte[Signature.Length + 1];
        if (source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.StartsWith(Signature))
        {
            throw new InvalidDataException("These bytes are no stored data set.");
        }

        var version = start[^1];
        return version is >= 1 and <= Version
            ? version
            : throw new InvalidDataException($"The stored data set has version {version}; only versions up to {Version} can be read.");
    }

    private static DataSet ReadContent(Stream source, int version)
    {
        using var reader = new BinaryReader(source, Encoding.UTF8, leaveOpen: true);
        var header = DataSetHeader.Read(reader, version);
        using var compressed = new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true);
        var data = new DataSet(header.Info, ReadPart<byte>(compressed, header.Values), ReadPart<byte>(compressed, header.Labels))
        {
            Numbers = ReadPart<float>(compressed, header.Numbers),
            Targets = ReadPart<float>(compressed, header.Targets),
            TrainCharacters = header.TrainCharacters,
        };
        Check(compressed.ReadByte() < 0, "it goes on after its end");

        // Whoever trains on it indexes without looking again.
        var last = (byte)(data.Classes.Count - 1);
        Check(data.Labels.IsEmpty || !data.Labels.Span.ContainsAnyExceptInRange((byte)0, last), "a label has no class");
        Check(
            data.Kind != DataSetKind.Text || !data.Values.Span.ContainsAnyExceptInRange((byte)0, last),
            "a character is not in its vocabulary");
        Check(AreFinite(data.Numbers.Span) && AreFinite(data.Targets.Span), "a number is not finite");
        return data;
    }

    private static T[] ReadPart<T>(Stream stream, int length)
        where T : unmanaged
    {
        var part = GC.AllocateUninitializedArray<T>(length);
        stream.ReadExactly(MemoryMarshal.AsBytes(part.AsSpan()));
        return part;
    }

    private static bool AreFinite(ReadOnlySpan<float> numbers)
    {
        foreach (var number in numbers)
        {
            if (!float.IsFinite(number))
            {
                return false;
            }
        }

        return true;
    }

    private static T Understood<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or JsonException)
        {
            throw new InvalidDataException("The stored data set is damaged: it ends too early.", e);
        }
    }

    private static void Check(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidDataException($"The stored data set is damaged: {fault}.");
        }
    }
}
