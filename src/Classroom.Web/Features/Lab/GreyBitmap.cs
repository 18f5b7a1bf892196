using System.Buffers.Binary;

namespace Classroom.Web.Features.Lab;

/// <summary>A small grey picture as a data address that any browser shows: a BMP with 16 shades, half a byte a pixel.</summary>
public static class GreyBitmap
{
    private const int Shades = 16;
    private const int HeaderSize = 14 + 40 + Shades * 4;

    /// <param name="pixels">width × height bytes, row by row from the top, 0 black to 255 white.</param>
    public static string ToDataAddress(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var rowSize = ((width + 1) / 2 + 3) / 4 * 4;
        var file = new byte[HeaderSize + rowSize * height];
        var header = file.AsSpan();
        "BM"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[10..], HeaderSize);
        BinaryPrimitives.WriteInt32LittleEndian(header[14..], 40);
        BinaryPrimitives.WriteInt32LittleEndian(header[18..], width);
        BinaryPrimitives.WriteInt32LittleEndian(header[22..], -height); // negative: rows from the top
        BinaryPrimitives.WriteInt16LittleEndian(header[26..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[28..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(header[46..], Shades);
        for (var shade = 0; shade < Shades; shade++)
        {
            header.Slice(54 + shade * 4, 3).Fill((byte)(shade * 17));
        }

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var shade = pixels[y * width + x] >> 4;
                file[HeaderSize + y * rowSize + x / 2] |= (byte)(x % 2 == 0 ? shade << 4 : shade);
            }
        }

        return "data:image/bmp;base64," + Convert.ToBase64String(file);
    }
}
