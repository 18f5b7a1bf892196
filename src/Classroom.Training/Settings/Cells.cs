namespace Classroom.Training.Settings;

/// <summary>What is known of a recurrent unit without building it.</summary>
public static class Cells
{
    /// <summary>Weight matrices of one unit: a plain one, or one for each gate.</summary>
    public static int Gates(this Cell cell) => cell switch
    {
        Cell.Lstm => 4,
        Cell.Gru => 3,
        _ => 1,
    };
}
