namespace Classroom.Training.Data;

/// <summary>
/// How a column of measured numbers became one that a network learns well from: its mean taken away, then divided by its
/// standard deviation, both those of the training examples alone.
/// </summary>
/// <param name="Name">As the file names the column.</param>
/// <param name="Mean">In the column's own unit; 0 where the numbers were left as they are.</param>
/// <param name="Deviation">In the column's own unit, above 0; 1 where the numbers were left as they are.</param>
public sealed record ColumnScale(string Name, double Mean, double Deviation);
