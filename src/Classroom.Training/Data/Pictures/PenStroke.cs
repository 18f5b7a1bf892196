using System.Globalization;

namespace Classroom.Training.Data.Pictures;

/// <summary>A line of the pen: through its points straight, smoothly, or smoothly and back to the start.</summary>
/// <param name="Shape">How the pen goes from point to point.</param>
/// <param name="Points">In a box of 1 × 1, y downwards.</param>
internal sealed record PenStroke(StrokeShape Shape, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>
    /// Reads a drawing: strokes parted by semicolons, each <c>L</c> (straight), <c>S</c> (smooth) or <c>O</c> (smooth and closed) with its
    /// points in hundredths of the box.
    /// </summary>
    public static IReadOnlyList<PenStroke> Parse(string drawing) =>
    [
        .. drawing.Split(';', StringSplitOptions.TrimEntries).Select(stroke =>
        {
            var parts = stroke.Split(' ');
            var shape = parts[0] switch
            {
                "L" => StrokeShape.Straight,
                "S" => StrokeShape.Smooth,
                _ => StrokeShape.Closed,
            };
            return new PenStroke(shape, [.. parts.Skip(1).Select(ParsePoint)]);
        }),
    ];

    private static (double X, double Y) ParsePoint(string point)
    {
        var comma = point.IndexOf(',');
        return (
            int.Parse(point.AsSpan(0, comma), CultureInfo.InvariantCulture) / 100.0,
            int.Parse(point.AsSpan(comma + 1), CultureInfo.InvariantCulture) / 100.0);
    }
}
