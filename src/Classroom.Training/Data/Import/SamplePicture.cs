namespace Classroom.Training.Data.Import;

/// <summary>A picture of a data set, to be looked at before it is stored.</summary>
/// <param name="Class">Its label.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Pixels">(height, width), row by row, 0 (black) to 255 (white).</param>
public sealed record SamplePicture(string Class, int Height, int Width, byte[] Pixels);
