using System.Buffers.Binary;
using SkiaSharp;

namespace Classroom.Training.Data.Import;

/// <summary>
/// How a PNG file says that its picture is to be turned: in its chunk eXIf (PNG, third edition, 11.3.4.5), whose content is
/// that of EXIF in a JPEG file. The decoder reads it in JPEG files only.
/// </summary>
internal static class PngOrientation
{
    private const int Signature = 8;
    private const int ChunkHead = 8;
    private const int Checksum = 4;
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>As stored where the file says nothing, or nothing that can be understood.</summary>
    public static SKEncodedOrigin Read(ReadOnlySpan<byte> file)
    {
        for (var at = (long)Signature; at + ChunkHead <= file.Length;)
        {
            var chunk = file[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..ChunkHead].SequenceEqual("eXIf"u8) && length <= chunk.Length - ChunkHead)
            {
                return FromExif(chunk.Slice(ChunkHead, (int)length));
            }

            at += ChunkHead + length + Checksum;
        }

        return SKEncodedOrigin.TopLeft;
    }

    // A TIFF header, then a list of fields of twelve bytes: tag, type, count, value.
    private static SKEncodedOrigin FromExif(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 8 || !(exif.StartsWith("II*\0"u8) || exif.StartsWith("MM\0*"u8)))
        {
            return SKEncodedOrigin.TopLeft;
        }

        var little = exif[0] == (byte)'I';
        var start = little ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (start > exif.Length - 2)
        {
            return SKEncodedOrigin.TopLeft;
        }

        var fields = exif[(int)start..];
        var count = UInt16(fields, little);
        fields = fields[2..];
        for (var number = 0; number < count && fields.Length >= 12; number++, fields = fields[12..])
        {
            if (UInt16(fields, little) == OrientationTag && UInt16(fields[2..], little) == ShortType)
            {
                var origin = (SKEncodedOrigin)UInt16(fields[8..], little);
                return Enum.IsDefined(origin) ? origin : SKEncodedOrigin.TopLeft;
            }
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
