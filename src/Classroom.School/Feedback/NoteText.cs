using System.Globalization;
using System.Text;

namespace Classroom.School.Feedback;

/// <summary>
/// What can stand in a note: plain text of several lines. What cannot be seen is refused, since it could make a note read differently
/// from what it says; the joiners that some scripts and emoji need stay.
/// </summary>
internal static class NoteText
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong with a tidy text, and what to do; null where nothing is.</summary>
    public static string? Fault(string tidy) =>
        tidy.Length == 0 ? "Write the note first."
        : tidy.Length > FeedbackNote.LongestText
            ? $"The note has {tidy.Length:N0} characters; at most {FeedbackNote.LongestText:N0} fit."
        : IsShown(tidy) ? null
        : "The note has a character that cannot be shown. Type it again.";

    private static bool IsShown(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done
                || (rune.Value is not ('\n' or '\t' or Joiner or NonJoiner)
                    && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned))
            {
                return false;
            }

            at += length;
        }

        return true;
    }
}
