using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Lessons;

/// <summary>How many years of school a text asks for.</summary>
public static partial class ReadingLevel
{
    /// <summary>
    /// The Flesch–Kincaid grade, 0.39 · words per sentence + 11.8 · syllables per word − 15.59
    /// (Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas", 1975). 0 for a text without words.
    /// A sentence ends at a period, question or exclamation mark before white space, and at the end of a line.
    /// A number counts as a word of one syllable. Syllables are counted by rule, so an odd word is miscounted; over a
    /// lesson that evens out.
    /// </summary>
    public static double FleschKincaidGrade(string text)
    {
        var sentences = SentenceEnd().Split(text).Select(sentence => Word().Matches(sentence)).Where(words => words.Count > 0).ToList();
        if (sentences.Count == 0)
        {
            return 0;
        }
        var words = sentences.Sum(sentence => sentence.Count);
        var syllables = sentences.Sum(sentence => sentence.Sum(word => Syllables(word.ValueSpan)));
        return 0.39 * words / sentences.Count + 11.8 * syllables / words - 15.59;
    }

    /// <summary>Groups of vowels, one more where a group is two sounds, one less for a silent ending; at least one.</summary>
    private static int Syllables(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, 64)];
        word[..lower.Length].ToLowerInvariant(lower);
        return Math.Max(1, Vowels().Count(lower) + TwoSounds().Count(lower) - (EndsSilently(lower) ? 1 : 0));
    }

    /// <summary>"make", "makes" and "trained", but not "table", "batches" or "tested".</summary>
    private static bool EndsSilently(ReadOnlySpan<char> word)
    {
        var stem = word.EndsWith("e") ? word[..^1] : word.EndsWith("ed") || word.EndsWith("es") ? word[..^2] : [];
        if (stem.Length < 2 || IsVowel(stem[^1]) || (stem[^1] == 'l' && !IsVowel(stem[^2])))
        {
            return false;
        }
        return word[^1] switch
        {
            'd' => stem[^1] is not ('t' or 'd'),
            's' => stem[^1] is not ('s' or 'c' or 'g' or 'z' or 'x' or 'h'),
            _ => true,
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    [GeneratedRegex(@"(?<=[.!?…]['""’”)\]]*)\s+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    /// <summary>As in "bias", "various" and "gradient", but not in "partial", "region" and "patient".</summary>
    [GeneratedRegex("(?<![cgstx])i[aou]|(?<![cst])ien(?=t|ce)")]
    private static partial Regex TwoSounds();
}
