using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Classroom.Web.Features.Rosters;

/// <summary>The font of printed cards. It is part of the program, since a server may have none.</summary>
internal static class CardFont
{
    private static readonly Lazy<SKTypeface> Loaded = new(() =>
    {
        using var file = typeof(CardFont).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        return SKTypeface.FromStream(file);
    });

    public static SKFont Sized(float points) => new(Loaded.Value, points);

    /// <summary>
    /// The font has all the letters, and putting one beside the other writes the text. Arabic letters change with their neighbors, and
    /// marks have to be placed, which the PDF library does not do.
    /// </summary>
    public static bool CanWrite(string text)
    {
        using var font = Sized(10);
        return text.EnumerateRunes().All(rune => font.GetGlyph(rune.Value) != 0 && !NeedsShaping(rune));
    }

    private static bool NeedsShaping(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        || rune.Value is (>= 0x0590 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);
}
