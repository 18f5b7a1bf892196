using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Classroom.Benchmarks;

/// <summary>A PNG picture in sixteen greys (W3C, Portable Network Graphics, third edition): enough to look at, and half as large.</summary>
public static class GreyPng
{
    private const byte BitsAPixel = 4;

    /// <param name="pixels">One byte a pixel, row by row; 0 is black.</param>
    /// <param name="width">Pixels in a row, an even number.</param>
    public static byte[] Write(ReadOnlySpan<byte> pixels, int width)
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);

        // Width, height, bits a pixel, then grey without filters between rows.
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), pixels.Length / width);
        header[8] = BitsAPixel;
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Compress(pixels, width));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> pixels, int width)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            for (var row = 0; row < pixels.Length; row += width)
            {
                zlib.WriteByte(0);
                for (var i = row; i < row + width; i += 2)
                {
                    zlib.WriteByte((byte)((pixels[i] & 0xF0) | (pixels[i + 1] >> 4)));
                }
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32([.. kind, .. data]));
        png.Write(number);
    }
}
