using System.Globalization;
using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Quizzes;

/// <summary>
/// Reads numbers as students type them, whatever their country writes: an optional sign, digits, perhaps in groups of three, a
/// point or a comma before the decimals, an optional power of ten (1e-3), optionally the unit or its short form. Where one comma
/// or point could do either, as in "1,500", both numbers are meant: the answer says which makes sense. No fractions.
/// </summary>
public static partial class TypedNumber
{
    public const string HowToWrite =
        "This cannot be read as a number. Write digits, such as 12, 0.75 or −3. Fractions such as 3/4 cannot be read.";

    /// <summary>Far above any answer in a lesson, and small enough that arithmetic on it cannot overflow.</summary>
    public const decimal Limit = 1e15m;

    // An abbreviation of fewer letters could be another unit's.
    private const int ShortestUnit = 2;

    // What may still be typed: a digit after a sign, and the rest of a group of three.
    private static readonly string[] Rests = ["", "0", "00", "000"];

    private static readonly Dictionary<string, string[]> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%"] = ["percent", "per cent", "pct"],
        ["mm"] = ["millimeter", "millimeters", "millimetre", "millimetres"],
    };

    /// <summary>
    /// The numbers that a text may stand for: none where it cannot be read, two where a separator could group or begin the decimals.
    /// </summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="unit">The unit of the answer; null where it has none.</param>
    public static IReadOnlyList<decimal> Read(string text, string? unit)
    {
        var typed = Shape().Match(WithoutUnit(Plain(text), unit));
        if (!typed.Success)
        {
            return [];
        }

        var (sign, body, power) = (typed.Groups["sign"].Value, typed.Groups["body"].Value, typed.Groups["power"].Value);
        return [.. Bodies(body).Select(digits => ValueOf(sign + digits + power)).OfType<decimal>().Distinct()];
    }

    /// <summary>
    /// The one number that a text stands for where no right answer tells which is meant, as it is written in the United States:
    /// "1,500" is fifteen hundred and "1.500" is one and a half. Null where it cannot be read.
    /// </summary>
    /// <param name="text">As it was typed.</param>
    public static decimal? ReadOne(string text) =>
        Read(text, unit: null) switch
        {
            [] => null,
            [var only] => only,
            [var withDecimals, var grouped, ..] => text.Contains('.', StringComparison.Ordinal) ? withDecimals : grouped,
        };

    /// <summary>
    /// More keys can still make it a number, as after a minus or the first letter of the unit. True for what is one already.
    /// </summary>
    /// <param name="text">As far as it has been typed.</param>
    /// <param name="unit">The unit of the answer; null where it has none.</param>
    public static bool CanBecome(string text, string? unit)
    {
        if (string.IsNullOrWhiteSpace(text)
            || Rests.Any(rest => Read(text.TrimEnd() + rest, unit).Count > 0 || Read(text + rest, unit).Count > 0))
        {
            return true;
        }

        // "3 m" on its way to "3 min".
        var number = text.TrimEnd().TrimEnd([.. text.Where(char.IsLetter)]);
        var word = text.Trim()[number.Length..].Trim();
        return unit is not null && word.Length > 0 && Read(number, unit: null).Count > 0
            && Words(unit).Any(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    // Keyboards and word processors have many signs for minus, and many blanks.
    private static string Plain(string text) =>
        string.Concat(text.Trim().Select(character => character switch
        {
            '−' or '–' or '—' or '‐' or '‑' or '‒' or '﹣' or '－' => '-',
            '＋' => '+',
            '’' or 'ʼ' or '′' => '\'',
            _ when char.IsWhiteSpace(character) => ' ',
            _ => character,
        }));

    private static string WithoutUnit(string typed, string? unit)
    {
        // The point of an abbreviation is no decimal point.
        var end = typed is [.., var last, '.'] && char.IsLetter(last) ? typed.Length - 1 : typed.Length;
        while (end > 0 && !char.IsAsciiDigit(typed[end - 1]) && typed[end - 1] is not ('.' or ','))
        {
            end--;
        }

        var word = typed[end..].Trim();
        return unit is not null && word.Length > 0 && IsUnit(word, unit) ? typed[..end] : typed;
    }

    private static bool IsUnit(string word, string unit)
    {
        var name = word.TrimEnd('.');
        return (unit.StartsWith(name.TrimEnd('s', 'S'), StringComparison.OrdinalIgnoreCase)
            && name.TrimEnd('s', 'S').Length >= ShortestUnit)
            || Words(unit).Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Words(string unit) => [unit, .. OtherWords.GetValueOrDefault(unit) ?? []];

    // The digits with a point before the decimals, in each way in which they can be meant.
    private static IEnumerable<string> Bodies(string body)
    {
        if (Decimals().IsMatch(body))
        {
            yield return body.Replace(',', '.');
        }

        if (Groups().Match(body) is { Success: true } grouped)
        {
            var separator = grouped.Groups["separator"].Value;
            yield return grouped.Groups["whole"].Value.Replace(separator, "", StringComparison.Ordinal)
                + grouped.Groups["decimals"].Value.Replace(',', '.');
        }
    }

    private static decimal? ValueOf(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Limit ? value : null;

    [GeneratedRegex(@"^(?<sign>[+-]?) *(?<body>[0-9.,][0-9., ']{0,59}?) *(?<power>([eE][+-]?[0-9]{1,2})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^([0-9]{1,28}([.,][0-9]{0,28})?|[.,][0-9]{1,28})$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    // 12,912 and 1.234.567,8; all groups with the same separator, and another one before the decimals. Numbers below one have no groups.
    [GeneratedRegex(
        @"^(?<whole>[1-9][0-9]{0,2}(?<separator>[ ,.'])[0-9]{3}(\k<separator>[0-9]{3})*)(?<decimals>((?!\k<separator>)[.,][0-9]{0,28})?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Groups();
}
