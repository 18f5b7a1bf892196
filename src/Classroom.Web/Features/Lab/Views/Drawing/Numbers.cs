using System.Globalization;

namespace Classroom.Web.Features.Lab.Views.Drawing;

/// <summary>Measured numbers as a child reads them.</summary>
public static class Numbers
{
    /// <summary>Three significant digits; powers of ten only where zeros could no longer be counted.</summary>
    public static string Short(double? number) => number switch
    {
        null => "not a number",
        0 => "0",
        { } value when Math.Abs(value) is >= 1e-4 and < 1e6 => Plain(value),
        { } value => Power(value),
    };

    private static string Plain(double value)
    {
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private static string Power(double value)
    {
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return string.Create(CultureInfo.InvariantCulture, $"{value / Math.Pow(10, exponent):0.#} × 10^{exponent}").Replace('-', '−');
    }
}
