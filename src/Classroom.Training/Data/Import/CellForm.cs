namespace Classroom.Training.Data.Import;

/// <summary>What one field of a table can be.</summary>
internal enum CellForm
{
    /// <summary>Nothing, or what programs and people write for it.</summary>
    Missing,
    Number,

    /// <summary>1,234: with a thousands comma or a decimal comma.</summary>
    EitherComma,

    /// <summary>1,234,567 or 1,234.5.</summary>
    ThousandsCommas,

    /// <summary>3,5 or 0,125.</summary>
    DecimalComma,

    /// <summary>A number, but beyond all measure.</summary>
    Huge,
    Word,
}
