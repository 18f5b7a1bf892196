using System.Text;

namespace Classroom.Training.Data.Import;

/// <summary>
/// Tells text in UTF-16 by its first bytes: by the mark that most programs write there, or by the zeros in every other place.
/// </summary>
internal static class Utf16Text
{
    private const int OneIn = 4;

    public static bool HasMark(ReadOnlySpan<byte> head) => head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];

    /// <summary>
    /// The encoding of a text that begins without a mark; null where it is no such text. Spaces, digits, punctuation and line ends
    /// have a zero in their more significant byte in every language, and no character of a text is 0.
    /// </summary>
    public static Encoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var pairs = head.Length / 2;
        var (first, second) = (0, 0);
        for (var at = 0; at < pairs * 2; at += 2)
        {
            first += head[at] == 0 ? 1 : 0;
            second += head[at + 1] == 0 ? 1 : 0;
        }

        var zeros = Math.Max(first, second);
        if (zeros == 0 || zeros * OneIn < pairs || Math.Min(first, second) * OneIn > zeros)
        {
            return null;
        }

        var encoding = first > second ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return encoding.GetString(head[..(pairs * 2)]).Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')) ? null : encoding;
    }
}
