using System.Buffers.Binary;
using System.IO.Compression;

namespace Classroom.Training.Tests;

/// <summary>Files in the format of MNIST.</summary>
internal static class IdxFiles
{
    public static byte[] Pictures(int count, int side) => Of(0x803, [count, side, side], i => (byte)(i % 251));

    public static byte[] Labels(int count) => Of(0x801, [count], i => (byte)(i % 10));

    public static byte[] Header(int magic, int[] lengths)
    {
        var header = new byte[4 + (4 * lengths.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, magic);
        foreach (var (index, length) in lengths.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * index)), length);
        }

        return header;
    }

    public static byte[] Of(int magic, int[] lengths, Func<int, byte> value) =>
        [.. Header(magic, lengths), .. Enumerable.Range(0, lengths.Aggregate(1, (a, b) => a * b)).Select(value)];

    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }
}
