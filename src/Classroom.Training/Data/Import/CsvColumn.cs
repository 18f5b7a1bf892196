namespace Classroom.Training.Data.Import;

/// <summary>What one column of a table holds, without the first line as long as that may be the names.</summary>
internal sealed class CsvColumn(int mostValues)
{
    /// <summary>The largest whole number up to which all others are exact, 2⁵³.</summary>
    public const double LargestExact = 1L << 53;

    // Of more different values it is enough to know that there are more.
    private readonly HashSet<ulong> values = [];

    // Of each number that is not exact the digits that came first.
    private readonly Dictionary<ulong, ulong> longNumbers = [];
    private int commas;
    private int decimalCommas;
    private int thousandsCommas;
    private int points;
    private int pointGroups;
    private int broken;

    /// <summary>Rows without a value.</summary>
    public CsvPlaces Missing { get; } = new();

    /// <summary>Rows with what is no number.</summary>
    public CsvPlaces Words { get; } = new();

    /// <summary>Rows with a number beyond all measure.</summary>
    public CsvPlaces Huge { get; } = new();

    /// <summary>Rows with a comma in the number.</summary>
    public CsvPlaces Commas { get; } = new();

    public int Numbers { get; private set; }

    /// <summary>Different values; null for more than were counted.</summary>
    public int? Different => values.Count > mostValues ? null : values.Count;

    /// <summary>All values are whole numbers, none with a comma in it.</summary>
    public bool IsWhole => Numbers > 0 && broken == 0 && commas == 0 && Words.Count == 0;

    /// <summary>Different whole numbers became the same, because they have more digits than can be told apart.</summary>
    public bool HasTooLong { get; private set; }

    public double Smallest { get; private set; } = double.PositiveInfinity;

    public double Largest { get; private set; } = double.NegativeInfinity;

    /// <summary>Numbers, of which some may be misspelled.</summary>
    public bool IsNumeric => (Numbers > 0 || Words.Count == 0) && Numbers >= Words.Count;

    public bool HasDecimalCommas => decimalCommas > 0;

    public void Add(ReadOnlySpan<byte> field, long line, bool isFirst = false)
    {
        var cell = CsvCell.Parse(field);
        switch (cell.Form)
        {
            case CellForm.Missing:
                Missing.Add(field, line, isFirst);
                return;
            case CellForm.Word:
                Words.Add(field, line, isFirst);
                break;
            case CellForm.Huge:
                Huge.Add(field, line, isFirst);
                Numbers++;
                break;
            default:
                Count(cell);
                Compare(cell, field);
                if (cell.Form != CellForm.Number)
                {
                    Commas.Add(field, line, isFirst);
                }

                break;
        }

        if (values.Count <= mostValues)
        {
            values.Add(KeyOf(cell, field));
        }
    }

    /// <summary>Whether a row has this value; false also where it cannot be said.</summary>
    public bool Has(string field) =>
        Different is not null && values.Contains(KeyOf(CsvCell.Parse(field), System.Text.Encoding.UTF8.GetBytes(field)));

    /// <summary>What commas mean in this column; null where that cannot be said.</summary>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="elsewhere">Another column of the table has decimal commas.</param>
    public CommaMeaning? Meaning(char separator, bool elsewhere)
    {
        if (commas == 0)
        {
            return elsewhere && pointGroups > 0 && pointGroups == points ? null : CommaMeaning.None;
        }

        if (separator == ',')
        {
            return decimalCommas == 0 ? CommaMeaning.Thousands : null;
        }

        return (decimalCommas > 0, thousandsCommas > 0 || points > 0) switch
        {
            (true, true) => null,
            (true, false) => CommaMeaning.Decimal,
            (false, true) => CommaMeaning.Thousands,
            _ => elsewhere ? CommaMeaning.Decimal : null,
        };
    }

    private void Count(CsvCell cell)
    {
        Numbers++;
        commas += cell.Form == CellForm.Number ? 0 : 1;
        decimalCommas += cell.Form == CellForm.DecimalComma ? 1 : 0;
        thousandsCommas += cell.Form == CellForm.ThousandsCommas ? 1 : 0;
        points += cell.HasPoint ? 1 : 0;
        pointGroups += cell.IsPointGroup ? 1 : 0;
        if (cell.Form == CellForm.Number)
        {
            broken += double.IsInteger(cell.Value) ? 0 : 1;
            (Smallest, Largest) = (Math.Min(Smallest, cell.Value), Math.Max(Largest, cell.Value));
        }
    }

    private void Compare(CsvCell cell, ReadOnlySpan<byte> field)
    {
        if (Math.Abs(cell.Value) < LargestExact
            || field.TrimStart((byte)'-').ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || longNumbers.Count > mostValues)
        {
            return;
        }

        var (number, digits) = (BitConverter.DoubleToUInt64Bits(cell.Value), Hash(field));
        longNumbers.TryAdd(number, digits);
        HasTooLong |= longNumbers[number] != digits;
    }

    // 1, 1.0 and 01 are one value.
    private static ulong KeyOf(CsvCell cell, ReadOnlySpan<byte> field) =>
        cell.Form == CellForm.Number ? BitConverter.DoubleToUInt64Bits(cell.Value + 0.0) : Hash(field);

    // FNV-1a: no two runs of the program may differ.
    private static ulong Hash(ReadOnlySpan<byte> field)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in field)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }
}
