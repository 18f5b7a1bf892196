using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Classroom.Training.Data.Import;

/// <summary>
/// The letters of a name in a ZIP. Its directory gives bytes and seldom says how they are to be read: the Unicode path (field
/// 0x7075, APPNOTE.TXT 4.6.9) counts first, then UTF-8 where the bytes are valid UTF-8, then CP437, the code page of the format.
/// </summary>
internal static class ZipNames
{
    private const ushort UnicodePath = 0x7075;
    private const int CodePage = 437;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(CodePage)!;

    /// <param name="name">The bytes of the name.</param>
    /// <param name="extra">The extra field of the entry.</param>
    public static string Decode(byte[] name, ReadOnlySpan<byte> extra) =>
        FromUnicodePath(name, extra) ?? FromUtf8(name) ?? Cp437.GetString(name);

    private static string? FromUnicodePath(byte[] name, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            var field = extra[4..][..Math.Min(length, extra.Length - 4)];
            if (id == UnicodePath)
            {
                // Version 1, then the checksum of the name that it replaces: a program that renamed the entry may not have known of it.
                return field is [1, _, _, _, _, _, ..] && BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Crc32.HashToUInt32(name)
                    ? FromUtf8(field[5..])
                    : null;
            }

            extra = extra[(4 + field.Length)..];
        }

        return null;
    }

    private static string? FromUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
