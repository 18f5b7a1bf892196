using System.Globalization;
using System.Text;

namespace Classroom.Naming;

/// <summary>
/// The one rule for what people are called and what they call things, typed or in a file: a name shows all that it holds. Control and
/// direction characters, those that show nothing, and marks without a letter make two names look alike, or one look like
/// something else. What was stored before the rule stays.
/// </summary>
public static class NameText
{
    /// <summary>Marks on one letter. Every living language needs fewer; more of them run into the lines above and below.</summary>
    private const int MostMarks = 4;

    private const int LongestQuote = 20;
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;
    private const int EmojiStyle = 0xFE0F;
    private const int Keycap = 0x20E3;

    /// <summary>What is wrong with the text as a name, and what to do; null where nothing is. Says nothing about its length.</summary>
    public static string? Fault(string text)
    {
        var read = Read(text);
        var place = read.FindIndex(character => !character.Shows);
        return place >= 0
            ? $"{Where(read, place)} a character that cannot be seen, or that does not belong there. Type it again by hand. "
                + $"(The character's code is U+{read[place].Code:X4}.)"
            : read.Exists(character => IsInk(character.Rune)) || text.Length == 0
                ? null
                : "This shows nothing. Use letters, digits or signs.";
    }

    /// <summary>The text without what <see cref="Fault"/> would object to; for names that are put together from others.</summary>
    public static string Shown(string text)
    {
        // What stood beside something that is taken out may have to go as well.
        for (var read = Read(text); read.Exists(character => !character.Shows); read = Read(text))
        {
            text = string.Concat(read.Where(character => character.Shows).Select(character => character.Rune.ToString()));
        }

        return text;
    }

    // In words: whoever copied it from somewhere sees nothing to count.
    private static string Where(List<(Rune Rune, int Code, bool Shows)> read, int place) => place == 0
        ? "This begins with"
        : $"After \"{string.Concat(read.Take(place).TakeLast(LongestQuote).Select(character => character.Rune.ToString()))}\" comes";

    private static List<(Rune Rune, int Code, bool Shows)> Read(string text)
    {
        List<(Rune Rune, int Code, bool Whole)> runes = [];
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            runes.Add((rune, whole ? rune.Value : text[at], whole));
            at += length;
        }

        var marks = 0;
        return [.. runes.Select((character, place) =>
        {
            var before = place > 0 ? runes[place - 1].Rune : (Rune?)null;
            var after = place + 1 < runes.Count ? runes[place + 1].Rune : (Rune?)null;
            marks = IsMark(character.Rune) ? marks + 1 : 0;
            return (character.Rune, character.Code, character.Whole && marks <= MostMarks && Shows(before, character.Rune, after));
        })];
    }

    private static bool Shows(Rune? before, Rune rune, Rune? after) => rune.Value switch
    {
        Joiner => (IsJoining(before) && IsJoining(after)) || ((IsPicture(before) || before?.Value == EmojiStyle) && IsPicture(after)),
        NonJoiner => IsJoining(before) && IsJoining(after),
        EmojiStyle => IsPicture(before) || after?.Value == Keycap,
        _ when IsIgnorable(rune) => false,
        _ when IsMark(rune) => before is { } letter && !Rune.IsWhiteSpace(letter),
        _ => IsInk(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator,
    };

    /// <summary>A letter, digit or sign: something that can be seen by itself.</summary>
    private static bool IsInk(Rune rune) => !IsIgnorable(rune)
        && (Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// Letters, marks and signs that Unicode lets programs leave out (Default_Ignorable_Code_Point), and the empty Braille cell.
    /// </summary>
    private static bool IsIgnorable(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or 0xFFA0
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) or 0x2800;

    /// <summary>Of a script whose letters look different with a joiner between them, as in Persian and Sinhala names.</summary>
    private static bool IsJoining(Rune? rune) => rune is { } letter && !IsIgnorable(letter) && (Rune.IsLetter(letter) || IsMark(letter))
        && letter.Value is (>= 0x0600 and <= 0x0DFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x18AF);

    /// <summary>What an emoji is made of: a sign, or the color of its skin.</summary>
    private static bool IsPicture(Rune? rune) => rune is { } sign
        && (sign.Value is >= 0x1F3FB and <= 0x1F3FF
            || (sign.Value != 0x2800 && Rune.GetUnicodeCategory(sign) == UnicodeCategory.OtherSymbol));
}
