using System.Globalization;
using System.Text;

namespace Classroom.Training.Data.Import;

/// <param name="Form">What it can be.</param>
/// <param name="Value">Of a number.</param>
/// <param name="HasPoint">A number with a decimal point.</param>
/// <param name="IsPointGroup">A number such as 1.234, which is one thousand two hundred and thirty-four in some countries.</param>
internal readonly record struct CsvCell(CellForm Form, double Value = 0, bool HasPoint = false, bool IsPointGroup = false)
{
    private const double Largest = 1e100;
    private const int Group = 3;

    public bool IsNumber => Form is CellForm.Number or CellForm.EitherComma or CellForm.ThousandsCommas or CellForm.DecimalComma;

    public static CsvCell Parse(string field) => Parse(Encoding.UTF8.GetBytes(field));

    public static CsvCell Parse(ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \t"u8);
        if (IsMissing(field))
        {
            return new(CellForm.Missing);
        }

        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && field[^1] is not ((byte)'y' or (byte)'Y' or 0x9e))
        {
            if (double.IsNaN(value))
            {
                return new(CellForm.Missing);
            }

            var point = field.IndexOf((byte)'.');
            return Math.Abs(value) > Largest
                ? new(CellForm.Huge)
                : new(CellForm.Number, value, point >= 0, IsGroupShaped(field, (byte)'.'));
        }

        return field.Contains((byte)',') ? new(OfCommas(field)) : new(CellForm.Word);
    }

    /// <summary>The number that a field is.</summary>
    /// <param name="field">With a comma only where <paramref name="comma"/> says what it means.</param>
    /// <param name="comma">What a comma in it means.</param>
    public static double Parse(ReadOnlySpan<byte> field, CommaMeaning comma)
    {
        field = field.Trim(" \t"u8);
        if (comma == CommaMeaning.None || !field.Contains((byte)','))
        {
            return double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        var text = Encoding.UTF8.GetString(field).Replace(",", comma == CommaMeaning.Decimal ? "." : "", StringComparison.Ordinal);
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static bool IsMissing(ReadOnlySpan<byte> field) => field.Length switch
    {
        0 => true,
        1 => field[0] is (byte)'?' or (byte)'-',
        2 => Ascii.EqualsIgnoreCase(field, "na"u8),
        3 => Ascii.EqualsIgnoreCase(field, "nan"u8) || Ascii.EqualsIgnoreCase(field, "n/a"u8),
        4 => Ascii.EqualsIgnoreCase(field, "null"u8)
            || Ascii.EqualsIgnoreCase(field, "-nan"u8)
            || Ascii.EqualsIgnoreCase(field, "#n/a"u8)
            || Ascii.EqualsIgnoreCase(field, "<na>"u8),
        _ => false,
    };

    private static CellForm OfCommas(ReadOnlySpan<byte> field)
    {
        var number = field[0] is (byte)'-' or (byte)'+' ? field[1..] : field;
        var point = number.IndexOf((byte)'.');
        var whole = point < 0 ? number : number[..point];
        if (IsGrouped(whole) && (point < 0 || AreDigits(number[(point + 1)..])))
        {
            return point < 0 && whole.Count((byte)',') == 1 ? CellForm.EitherComma : CellForm.ThousandsCommas;
        }

        var comma = number.IndexOf((byte)',');
        return point < 0 && comma > 0 && AreDigits(number[..comma]) && AreDigits(number[(comma + 1)..])
            ? CellForm.DecimalComma
            : CellForm.Word;
    }

    // 1,234,567: up to three digits, of which the first is not 0, then groups of three.
    private static bool IsGrouped(ReadOnlySpan<byte> number)
    {
        var first = number.IndexOf((byte)',');
        if (first is < 1 or > Group || number[0] == (byte)'0' || !AreDigits(number[..first]))
        {
            return false;
        }

        for (var rest = number[first..]; rest.Length > 0; rest = rest[(Group + 1)..])
        {
            if (rest.Length <= Group || rest[0] != (byte)',' || !AreDigits(rest[1..(Group + 1)]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsGroupShaped(ReadOnlySpan<byte> field, byte mark)
    {
        var number = field[0] is (byte)'-' or (byte)'+' ? field[1..] : field;
        var at = number.IndexOf(mark);
        return at is >= 1 and <= Group
            && number.Length == at + 1 + Group
            && number[0] != (byte)'0'
            && AreDigits(number[..at])
            && AreDigits(number[(at + 1)..]);
    }

    private static bool AreDigits(ReadOnlySpan<byte> digits) => digits.Length > 0 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
