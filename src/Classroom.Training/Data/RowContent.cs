namespace Classroom.Training.Data;

/// <summary>What the rows of a table are.</summary>
public enum RowContent
{
    /// <summary>Numbers of any meaning, each column of its own.</summary>
    Table,

    /// <summary>Gray values of a square picture, row after row.</summary>
    Pictures,
}
