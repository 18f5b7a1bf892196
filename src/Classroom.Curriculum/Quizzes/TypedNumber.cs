using System.Globalization;
using System.Text.RegularExpressions;

namespace Classroom.Curriculum;

/// <summary>
/// Reads numbers as students type them: an optional sign, digits with a decimal point or a decimal comma, an optional power of ten
/// (1e-3), optionally the unit. No thousands separators, since "1,000" could be one or one thousand, and no fractions.
/// </summary>
internal static partial class TypedNumber
{
    public const string HowToWrite =
        "This cannot be read as a number. Write digits with a point or a comma before the decimals, such as 0.75 or 0,75; no fractions and no thousands separators.";

    public const string CommaIsDecimal = "A comma starts the decimals here. Write large numbers without a separator, such as 1000.";

    /// <summary>Far above any answer in a lesson, and small enough that arithmetic on it cannot overflow.</summary>
    public const decimal Limit = 1e15m;

    public static decimal? Read(string text, string? unit)
    {
        var typed = text.Trim().Replace('−', '-');
        if (unit is not null && typed.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
        {
            typed = typed[..^unit.Length].TrimEnd();
        }
        return Shape().IsMatch(typed)
            && decimal.TryParse(typed.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= Limit
                ? value
                : null;
    }

    [GeneratedRegex(@"^[+-]?([0-9]{1,28}([.,][0-9]{0,28})?|[.,][0-9]{1,28})([eE][+-]?[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
