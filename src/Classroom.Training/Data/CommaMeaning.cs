namespace Classroom.Training.Data;

/// <summary>What a comma within a number means.</summary>
public enum CommaMeaning
{
    /// <summary>No number of the column has one.</summary>
    None,

    /// <summary>3,5 is three and a half.</summary>
    Decimal,

    /// <summary>1,234 is one thousand two hundred and thirty-four.</summary>
    Thousands,
}
