using System.Globalization;

namespace Classroom.Web.Shared.Drawing;

/// <summary>Measured numbers as a child reads them: figures where zeros can still be counted, words where they cannot.</summary>
public static class Numbers
{
    private const double Large = 1e6;
    private const double Small = 1e-3;

    /// <summary>Three significant digits.</summary>
    public static string Short(double? number) => InWords(number, Plain);

    /// <summary>A loss: three decimals, four below 0.1; the same on every page, so that two of them can be compared.</summary>
    public static string Loss(double? loss) =>
        InWords(loss, value => value.ToString(value < 0.1 ? "0.0000" : value < 1000 ? "0.000" : "#,0", CultureInfo.InvariantCulture));

    /// <summary>How many times as much, in a table: "0.05 ×", "about 14 millionths".</summary>
    public static string Factor(double? factor) => IsFraction(factor) ? Short(factor) : $"{Short(factor)} ×";

    /// <summary>The same in a sentence, before what it is compared with: "0.05 times", "about 14 millionths of".</summary>
    public static string Times(double? factor) => $"{Short(factor)} {(IsFraction(factor) ? "of" : "times")}";

    /// <summary>True where <see cref="Short"/> and <see cref="Loss"/> need words.</summary>
    public static bool NeedsWords(double number) => Math.Abs(number) is >= Large or > 0 and < Small;

    /// <summary>At the edge of a picture or among many others, where words have no room: 0.0004, 7×10³⁵.</summary>
    public static string Compact(double? measured)
    {
        if (measured is not { } number || !double.IsFinite(number) || number == 0)
        {
            return Short(measured);
        }

        if (Math.Abs(number) is >= 1e-4 and < Large)
        {
            return (number < 0 ? "−" : "") + Plain(Math.Abs(number));
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        var digits = Math.Round(number / Math.Pow(10, exponent), 1);
        (digits, exponent) = Math.Abs(digits) >= 10 ? (digits / 10, exponent + 1) : (digits, exponent);
        var power = string.Concat(
            $"10{exponent.ToString(CultureInfo.InvariantCulture)}".Select((sign, place) => place < 2 ? sign : Raised(sign)));
        return (digits == 1 ? power : $"{digits.ToString("0.#", CultureInfo.InvariantCulture)}×{power}").Replace('-', '−');
    }

    private static string InWords(double? number, Func<double, string> plain) => number switch
    {
        null or double.NaN => "not a number",
        0 => "0",
        < 0 => number > -Large && number <= -Small ? "−" + plain(-number.Value) : "minus " + InWords(-number, plain),
        double.PositiveInfinity => "infinite",
        >= Large => InLargeWords(number.Value),
        < 1e-6 => "less than a millionth",
        < Small => InMillionths(number.Value, plain),
        { } value => plain(value),
    };

    // What is said in millionths; what rounds up to a thousandth is not.
    private static bool IsFraction(double? factor) => factor is > 0 and < 9.995e-4;

    private static string InLargeWords(double value)
    {
        var exponent = (int)Math.Floor(Math.Log10(value));
        // The first digit alone: what rounds up to ten has one more zero.
        var digit = Math.Round(value / Math.Pow(10, exponent));
        return exponent >= 15
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"about {(digit >= 10 ? 1 : digit)} followed by {(digit >= 10 ? exponent + 1 : exponent)} zeros")
            : value switch
            {
                < 999.5e6 => $"about {Plain(value / 1e6)} million",
                < 999.5e9 => $"about {Plain(value / 1e9)} billion",
                _ => $"about {Plain(value / 1e12)} trillion",
            };
    }

    // All of the same size, so that one sees which of two is the smaller.
    private static string InMillionths(double value, Func<double, string> plain) => Math.Round(value * 1e6) switch
    {
        1 => "about 1 millionth",
        >= 1000 => plain(Small),
        var millionths => string.Create(CultureInfo.InvariantCulture, $"about {millionths} millionths"),
    };

    private static string Plain(double value)
    {
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 6);
        return value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    private static char Raised(char sign) => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0'];
}
