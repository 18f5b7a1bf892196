namespace Classroom.Training.Data.Pictures;

/// <summary>A round pen on a picture, all in pixels: full ink within half its width, fading over one pixel at the edge.</summary>
internal static class Pen
{
    /// <param name="ink">Row by row, from 0 to 1.</param>
    /// <param name="width">Of the picture.</param>
    /// <param name="height">Of the picture.</param>
    /// <param name="from">Where the pen comes down.</param>
    /// <param name="to">Where it is lifted.</param>
    /// <param name="halfWidth">Of the line.</param>
    public static void Draw(double[] ink, int width, int height, (double X, double Y) from, (double X, double Y) to, double halfWidth)
    {
        var reach = halfWidth + 1;
        var top = Math.Clamp((int)(Math.Min(from.Y, to.Y) - reach), 0, height);
        var bottom = Math.Clamp((int)(Math.Max(from.Y, to.Y) + reach) + 1, 0, height);
        var left = Math.Clamp((int)(Math.Min(from.X, to.X) - reach), 0, width);
        var right = Math.Clamp((int)(Math.Max(from.X, to.X) + reach) + 1, 0, width);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max((dx * dx) + (dy * dy), 1e-9);
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                var (x, y) = (column + 0.5 - from.X, row + 0.5 - from.Y);
                var along = Math.Clamp(((x * dx) + (y * dy)) / length, 0, 1);
                var (ox, oy) = (x - (along * dx), y - (along * dy));
                var covered = Math.Clamp(halfWidth + 0.5 - Math.Sqrt((ox * ox) + (oy * oy)), 0, 1);
                ref var pixel = ref ink[(row * width) + column];
                pixel = Math.Max(pixel, covered);
            }
        }
    }
}
