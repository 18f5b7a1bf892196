namespace Classroom.Training.Data.Pictures;

/// <summary>Draws pictures as an unsteady hand would: no two alike, and the same ones from the same seed.</summary>
internal static class PictureDrawing
{
    public const int Side = 28;

    private const int PiecesPerSpan = 5;

    /// <summary>One picture, a byte a pixel, row by row. Another style asks for the same draws, so the hand stays the same hand.</summary>
    /// <param name="ways">The drawings to choose from.</param>
    /// <param name="style">How unsteady the hand is.</param>
    /// <param name="seed">Where the draws of this picture begin.</param>
    /// <param name="picture"><see cref="Side"/> × <see cref="Side"/> bytes.</param>
    public static void Draw(IReadOnlyList<PenStroke>[] ways, DrawingStyle style, int seed, Span<byte> picture)
    {
        var random = new Random(seed);
        var pose = new Pose(style, random);
        var ink = new double[Side * Side];
        var halfWidth = random.Between(style.HalfWidth);
        foreach (var stroke in ways[random.Next(ways.Length)])
        {
            var shaken = stroke.Points
                .Select(p => (p.X + random.Between(-style.Jitter, style.Jitter), p.Y + random.Between(-style.Jitter, style.Jitter)))
                .ToArray();
            var line = Flatten(stroke.Shape, shaken).Select(pose.Place).ToArray();
            for (var i = 1; i < line.Length; i++)
            {
                Pen.Draw(ink, Side, Side, line[i - 1], line[i], halfWidth);
            }
        }

        var contrast = random.Between(style.Contrast);
        for (var i = 0; i < ink.Length; i++)
        {
            var value = (contrast * ink[i]) + (style.Noise * random.NextGaussian());
            picture[i] = (byte)Math.Clamp(Math.Round(255 * value), 0, 255);
        }
    }

    private static IEnumerable<(double X, double Y)> Flatten(StrokeShape shape, (double X, double Y)[] points)
    {
        if (shape == StrokeShape.Straight)
        {
            foreach (var point in points)
            {
                yield return point;
            }

            yield break;
        }

        var closed = shape == StrokeShape.Closed;
        var count = points.Length;
        (double X, double Y) At(int i) => closed ? points[(i + count) % count] : points[Math.Clamp(i, 0, count - 1)];

        var spans = closed ? count : count - 1;
        for (var span = 0; span < spans; span++)
        {
            for (var piece = 0; piece < PiecesPerSpan; piece++)
            {
                yield return CatmullRom(At(span - 1), At(span), At(span + 1), At(span + 2), (double)piece / PiecesPerSpan);
            }
        }

        yield return At(spans);
    }

    // The cubic through b (t = 0) and c (t = 1) whose slopes there are half of c − a and half of d − b.
    private static (double X, double Y) CatmullRom(
        (double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d, double t)
    {
        double Along(double a, double b, double c, double d) =>
            b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
        return (Along(a.X, b.X, c.X, d.X), Along(a.Y, b.Y, c.Y, d.Y));
    }

    /// <summary>How the paper lies and how large the hand draws, the same for all strokes of a picture.</summary>
    private sealed class Pose(DrawingStyle style, Random random)
    {
        private readonly double angle = random.Between(-style.Rotation * Math.PI / 180, style.Rotation * Math.PI / 180);
        private readonly double slant = random.Between(-style.Slant, style.Slant);
        private readonly double width = style.Size * random.Between(style.Width);
        private readonly double height = style.Size * random.Between(style.Height);
        private readonly double shiftX = ShiftX(style, random.Between(-style.Shift, style.Shift));
        private readonly double shiftY = random.Between(-style.Shift, style.Shift);

        /// <summary>From the unit box to pixels.</summary>
        public (double X, double Y) Place((double X, double Y) point)
        {
            var y = (point.Y - 0.5) * height;
            var x = ((point.X - 0.5) * width) - (slant * y);
            var (sin, cos) = Math.SinCos(angle);
            return (
                (Side / 2.0) + shiftX + (x * cos) - (y * sin),
                (Side / 2.0) + shiftY + (x * sin) + (y * cos));
        }

        private static double ShiftX(DrawingStyle style, double drawn) =>
            style.ShiftSideways is { } shift ? Math.CopySign(shift, drawn) : drawn;
    }
}
