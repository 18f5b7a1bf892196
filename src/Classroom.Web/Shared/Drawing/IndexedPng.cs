using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Classroom.Web.Shared.Drawing;

/// <summary>
/// A small picture as a data address that any browser shows: a PNG of one byte a pixel, which looks its color up in a palette.
/// </summary>
public static class IndexedPng
{
    /// <param name="pixels">width × height places in the palette, row by row from the top.</param>
    public static string ToDataAddress(ReadOnlySpan<byte> pixels, int width, int height, Palette palette)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 3); // bits a pixel; by palette
        Write(file, "IHDR"u8, header);
        Write(file, "PLTE"u8, palette.Colors);
        Write(file, "tRNS"u8, palette.Opacities);
        Write(file, "IDAT"u8, Compress(pixels, width));
        Write(file, "IEND"u8, []);
        return "data:image/png;base64," + Convert.ToBase64String(file.GetBuffer(), 0, (int)file.Length);
    }

    /// <summary>A grey picture.</summary>
    /// <param name="pixels">width × height bytes, row by row from the top, 0 black to 255 white.</param>
    public static string OfGrey(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var shades = pixels.ToArray();
        foreach (ref var shade in shades.AsSpan())
        {
            shade /= 256 / Palette.Shades;
        }

        return ToDataAddress(shades, width, height, Palette.Grey);
    }

    // Each row begins with a byte that says how it was changed beforehand: 0, not at all.
    private static byte[] Compress(ReadOnlySpan<byte> pixels, int width)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var first = 0; first < pixels.Length; first += width)
            {
                stream.WriteByte(0);
                stream.Write(pixels.Slice(first, width));
            }
        }

        return compressed.ToArray();
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        var crc = new Crc32();
        crc.Append(name);
        crc.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
