using System.Globalization;
using System.Text;

namespace Classroom.Web.Shared.Drawing;

/// <summary>
/// How classes are told apart in a picture of points: by color, and by shape for those who see colors differently. Thirty differ.
/// </summary>
public static class ClassMarks
{
    // Corners around a middle of (0, 0); all cover about as much as the circle of radius 1 that comes first.
    private static readonly (double X, double Y)[][] Shapes =
    [
        [],
        [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        [(0, -1.3), (1.2, 0.85), (-1.2, 0.85)],
        [(0, -1.35), (1.1, 0), (0, 1.35), (-1.1, 0)],
        [(0, 1.3), (1.2, -0.85), (-1.2, -0.85)],
        [
            (-0.42, -1.3),
            (0.42, -1.3),
            (0.42, -0.42),
            (1.3, -0.42),
            (1.3, 0.42),
            (0.42, 0.42),
            (0.42, 1.3),
            (-0.42, 1.3),
            (-0.42, 0.42),
            (-1.3, 0.42),
            (-1.3, -0.42),
            (-0.42, -0.42)
        ],
        [
            (-1.2, -0.65),
            (-0.65, -1.2),
            (0, -0.55),
            (0.65, -1.2),
            (1.2, -0.65),
            (0.55, 0),
            (1.2, 0.65),
            (0.65, 1.2),
            (0, 0.55),
            (-0.65, 1.2),
            (-1.2, 0.65),
            (-0.55, 0)
        ],
        [
            (0, -1.5),
            (0.38, -0.45),
            (1.43, -0.45),
            (0.6, 0.22),
            (0.9, 1.25),
            (0, 0.65),
            (-0.9, 1.25),
            (-0.6, 0.22),
            (-1.43, -0.45),
            (-0.38, -0.45)
        ],
        [(-1.4, -0.5), (1.4, -0.5), (1.4, 0.5), (-1.4, 0.5)],
        [(-0.5, -1.4), (0.5, -1.4), (0.5, 1.4), (-0.5, 1.4)],
    ];

    /// <summary>Which of the six series colors, from 1.</summary>
    public static int Series(int label) => (label % Palette.SeriesCount) + 1;

    public static string Fill(int label) => $"f-s{Series(label)}";

    public static string Stroke(int label) => $"s-s{Series(label)}";

    /// <summary>All marks of one class as the data of one path: a picture of three hundred points then has a handful of elements.</summary>
    /// <param name="label">The class.</param>
    /// <param name="places">Their middles.</param>
    /// <param name="radius">About half of a mark's width.</param>
    public static string Path(int label, IEnumerable<(double X, double Y)> places, double radius)
    {
        var mark = Outline(label % Shapes.Length, radius);
        var path = new StringBuilder();
        foreach (var (x, y) in places)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}{mark}");
        }

        return path.ToString();
    }

    // Relative to the middle.
    private static string Outline(int shape, double radius)
    {
        if (Shapes[shape] is not [var first, .. var rest])
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"m{-radius:0.##} 0a{radius:0.##} {radius:0.##} 0 1 0 {2 * radius:0.##} 0a{radius:0.##} {radius:0.##} 0 1 0 "
                    + $"{-2 * radius:0.##} 0z");
        }

        var outline = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"m{radius * first.X:0.##} {radius * first.Y:0.##}"));
        var last = first;
        foreach (var corner in rest)
        {
            outline.Append(CultureInfo.InvariantCulture, $"l{radius * (corner.X - last.X):0.##} {radius * (corner.Y - last.Y):0.##}");
            last = corner;
        }

        return outline.Append('z').ToString();
    }
}
