using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Data.Pictures;
using Classroom.Training.Settings;

namespace Classroom.Training.Interactive;

/// <summary>
/// Makes of somebody's strokes the picture that a network knows how to read: cut out, made as large as the pictures that it
/// learned from, put into the middle, and drawn with their pen, white on black.
/// </summary>
public static class DrawnPicture
{
    // The middle of what the data sets' own hand draws with, in pixels of a picture of 28.
    private const double HalfWidth = 1.4;
    private const double UsualSide = PictureDrawing.Side;

    // MNIST's pictures fill 20 of 28 pixels, and most others that are made like them.
    private const double UsualSize = 20;

    // Less is a dot, however large the paper: as long as the pen is wide it stays.
    private const double LargestScaleOfPaper = 3;

    /// <summary>How much of a picture's side the drawings of a data set fill.</summary>
    /// <param name="dataset">The data set's id.</param>
    /// <param name="options">What the run had chosen of it.</param>
    public static double FilledShare(string dataset, DataConfig? options) =>
        (options?.Size
            ?? BuiltInDataSets.OptionsOf(dataset).FirstOrDefault(option => option.Name == "size")?.Default ?? UsualSize) / UsualSide;

    /// <param name="strokes">Points on the paper, in any unit, y downwards; a stroke of one point is a dot.</param>
    /// <param name="paper">The side of the paper in that unit.</param>
    /// <param name="width">Of the picture in pixels.</param>
    /// <param name="height">Of the picture in pixels.</param>
    /// <param name="filled">See <see cref="FilledShare"/>.</param>
    /// <returns>A byte a pixel, row by row from the top, 0 black to 255 white; all black where nothing is drawn.</returns>
    public static byte[] ToPicture(
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> strokes, double paper, int width, int height, double filled)
    {
        var points = strokes.SelectMany(stroke => stroke).ToList();
        var ink = new double[width * height];
        if (points.Count > 0)
        {
            var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
            var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
            var side = Math.Min(width, height);
            var longest = Math.Max(Math.Max(right - left, bottom - top), paper * filled / LargestScaleOfPaper);
            var scale = side * filled / longest;
            (double, double) Place((double X, double Y) point) => (
                (width / 2.0) + (scale * (point.X - ((left + right) / 2))),
                (height / 2.0) + (scale * (point.Y - ((top + bottom) / 2))));

            foreach (var stroke in strokes.Where(stroke => stroke.Count > 0))
            {
                var last = stroke[0];
                foreach (var point in stroke)
                {
                    Pen.Draw(ink, width, height, Place(last), Place(point), HalfWidth * side / UsualSide);
                    last = point;
                }
            }
        }

        return [.. ink.Select(value => (byte)Math.Round(255 * value))];
    }
}
