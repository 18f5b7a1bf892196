using System.Text;
using Classroom.School;

namespace Classroom.Web.Features.Rosters;

/// <summary>The text of a file with a list of students: UTF-8 or UTF-16, or what Excel writes on Windows where it is neither.</summary>
public static class RosterFile
{
    public const int MostBytes = 256 * 1024;

    private const int Windows1252 = 1252;

    public static async Task<Outcome<string>> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > MostBytes)
        {
            return new Refusal.Invalid(
                "files", $"This file is larger than {MostBytes / 1024} KB. A list of names is much smaller: choose another one.");
        }

        var bytes = new byte[(int)file.Length];
        await using (var content = file.OpenReadStream())
        {
            await content.ReadExactlyAsync(bytes, cancellationToken);
        }

        return Decode(bytes);
    }

    public static Outcome<string> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new Refusal.Invalid(
                "files", "This is a whole workbook, not a CSV file. In the spreadsheet, save it as CSV, or copy the names and paste them.");
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        }

        if (bytes.Contains((byte)0))
        {
            return new Refusal.Invalid("files", "This is not a text file. Choose a CSV file, or copy the names and paste them.");
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(bytes);
        }
    }
}
