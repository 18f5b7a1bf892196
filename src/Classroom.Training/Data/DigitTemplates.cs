using System.Globalization;

namespace Classroom.Training;

/// <summary>A line of the pen: through its points straight, smoothly, or smoothly and back to the start.</summary>
/// <param name="Shape">How the pen goes from point to point.</param>
/// <param name="Points">In a box of 1 × 1, y downwards.</param>
internal sealed record PenStroke(StrokeShape Shape, IReadOnlyList<(double X, double Y)> Points);

internal enum StrokeShape
{
    Straight,
    Smooth,
    Closed,
}

/// <summary>The ways in which people write the ten digits.</summary>
internal static class DigitTemplates
{
    // L straight, S smooth, O smooth and closed; points in hundredths of the box.
    private static readonly string[][] Written =
    [
        [
            "O 50,2 22,15 12,50 22,85 50,98 78,85 88,50 78,15",
            "O 52,0 34,14 26,48 32,84 48,100 66,86 74,50 68,14",
            "S 60,4 30,10 14,45 24,88 54,98 82,70 84,30 62,6 46,8",
        ],
        [
            "L 50,0 50,100",
            "L 28,25 52,2 52,100",
            "L 30,22 52,2 52,98; L 28,98 76,98",
            "S 60,0 53,50 44,100",
        ],
        [
            "S 15,25 30,6 58,2 80,18 78,42 50,68 15,96; L 15,96 86,96",
            "S 18,22 44,2 76,16 74,44 44,76 20,94 22,78 42,80 64,96 88,90",
            "S 18,12 50,2 78,20 66,50 18,97; S 18,97 50,92 84,98",
        ],
        [
            "S 18,12 48,2 76,18 70,40 42,48; S 42,48 76,56 82,78 54,98 16,88",
            "L 18,4 78,4 44,40; S 44,40 76,50 82,76 54,98 16,86",
            "S 20,8 56,4 74,24 44,46 78,66 66,94 18,94",
        ],
        [
            "L 24,4 16,56 84,56; L 66,20 66,100",
            "L 66,100 66,2 12,66 88,66",
            "S 22,4 20,44 36,58 78,50; S 76,6 70,50 66,100",
        ],
        [
            "L 78,4 26,4 22,44; S 22,44 54,36 82,58 74,90 44,98 14,86",
            "S 80,4 50,6 28,4; L 28,4 24,46; S 24,46 60,42 80,68 58,98 16,94",
            "S 80,8 46,4 24,22 34,44 66,54 78,78 52,98 16,88",
        ],
        [
            "S 70,4 38,22 18,60 28,92 58,98 80,78 66,54 38,56 20,74",
            "S 56,2 26,40 20,78 44,98 74,86 74,60 48,52 24,68",
            "S 78,12 52,2 24,30 16,66 34,96 66,96 80,72 58,54 30,62 18,78",
        ],
        [
            "L 14,4 84,4 42,100",
            "L 14,6 84,4 44,100; L 30,52 76,50",
            "S 14,12 40,4 84,6; S 84,6 58,48 46,100",
            "L 16,20 16,4 82,4 50,98",
        ],
        [
            "S 76,14 46,2 22,20 40,44 70,60 80,82 50,98 20,82 30,60 62,42 78,20 76,14",
            "O 50,2 26,12 26,36 50,48 74,36 74,12; O 50,48 18,62 18,88 50,98 82,88 82,62",
            "S 50,48 26,34 28,10 52,2 76,14 70,38 50,48 22,64 24,90 52,98 80,86 76,62 50,48",
        ],
        [
            "S 78,30 58,46 26,42 20,18 46,2 74,10 80,36 74,70 58,100",
            "O 46,2 22,16 26,42 54,48 78,34 74,10; L 78,28 72,100",
            "S 76,18 50,2 22,22 34,48 64,44 78,18 80,56 66,90 28,96",
        ],
    ];

    /// <summary>For each digit its templates, for each template its strokes.</summary>
    public static IReadOnlyList<PenStroke>[][] ByDigit { get; } =
        [.. Written.Select(ways => ways.Select(Parse).ToArray())];

    private static IReadOnlyList<PenStroke> Parse(string template) =>
    [
        .. template.Split(';', StringSplitOptions.TrimEntries).Select(stroke =>
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
