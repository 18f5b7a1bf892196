using System.Text;

namespace Classroom.Training.Data.Import;

/// <summary>Tells what a file is by what is in it: names are easily wrong, and browsers send what they like.</summary>
internal static class UploadFormat
{
    public const int Peek = 16 * 1024;

    private const int LinesLookedAt = 20;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static bool IsGzip(Stream content) => Head(content, 2) is [0x1f, 0x8b];

    public static bool IsPicture(ReadOnlySpan<byte> head) => head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xff, 0xd8, 0xff, ..];

    public static UploadKind Tell(Stream content, bool isUtf16) => Head(content, Peek) switch
    {
        [] => UploadKind.Empty,
        [0, 0, 8 or 9 or 11 or 12 or 13 or 14, ..] => UploadKind.Idx,
        [0x1f, 0x8b, ..] => UploadKind.Gzip,
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => UploadKind.Zip,
        var head when IsPicture(head) => UploadKind.Picture,

        // One NUL in a text is a fault with a place; many of its kind are no text at all.
        var head when !isUtf16
            && !Utf16Text.HasMark(head)
            && Utf16Text.WithoutMark(head) is null
            && head.Count(b => b is < 32 and not (9 or 10 or 12 or 13)) > head.Length / 16 =>
            UploadKind.Unknown,
        _ => UploadKind.Text,
    };

    /// <summary>Where rows of words could be prose too, a name made for tables decides.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="content">The text in UTF-8.</param>
    public static bool IsTable(string name, Stream content) =>
        Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".TSV" || LooksLikeRows(Encoding.UTF8.GetString(Head(content, Peek)));

    private static bool LooksLikeRows(string head)
    {
        // The last line may be cut in its middle.
        var lines = head.Split('\n', LinesLookedAt + 2).Where(line => !string.IsNullOrWhiteSpace(line)).Take(LinesLookedAt).ToList();
        if (lines.Count > 0 && lines[0].TrimStart('\ufeff').StartsWith("sep=", StringComparison.Ordinal))
        {
            lines.RemoveAt(0);
        }

        if (lines.Count < 2)
        {
            return false;
        }

        var delimiter = Delimiters.MaxBy(candidate => lines[0].Count(c => c == candidate));
        var rows = lines.Skip(1).Select(line => line.Split(delimiter)).ToList();
        return lines[0].Contains(delimiter) && rows.Count(fields => MostlyNumbers(fields, delimiter)) * 2 > rows.Count;
    }

    private static bool MostlyNumbers(string[] fields, char delimiter) =>
        fields.Length > 1
            && fields.Count(field => CsvCell.Parse(field.Trim(' ', '"', '\r')) is { IsNumber: true } cell
                && (cell.Form == CellForm.Number || delimiter != ',')) * 2 >= fields.Length;

    /// <summary>The first bytes; the stream stands at its start again.</summary>
    public static byte[] Head(Stream content, int length)
    {
        content.Position = 0;
        var head = new byte[Math.Min(length, content.Length)];
        var got = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return head[..got];
    }
}
