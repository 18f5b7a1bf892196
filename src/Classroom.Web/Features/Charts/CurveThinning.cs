namespace Classroom.Web.Features.Charts;

/// <summary>Makes a long curve short enough to draw, so that every peak survives.</summary>
public static class CurveThinning
{
    /// <summary>
    /// At most <paramref name="most"/> points of <paramref name="points"/>, in order: of each stretch its lowest and its
    /// highest, and always the first and the last.
    /// </summary>
    /// <param name="points">The curve, x ascending.</param>
    /// <param name="most">At least 4.</param>
    public static IReadOnlyList<(double X, double Y)> Thin(IReadOnlyList<(double X, double Y)> points, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 4);
        if (points.Count <= most)
        {
            return points;
        }

        var stretches = (most - 2) / 2;
        var inner = points.Count - 2;
        List<(double X, double Y)> kept = [points[0]];
        for (var i = 0; i < stretches; i++)
        {
            var from = 1 + (int)((long)inner * i / stretches);
            var to = 1 + (int)((long)inner * (i + 1) / stretches);
            var (low, high) = (from, from);
            for (var j = from; j < to; j++)
            {
                low = points[j].Y < points[low].Y ? j : low;
                high = points[j].Y > points[high].Y ? j : high;
            }

            kept.Add(points[Math.Min(low, high)]);
            if (low != high)
            {
                kept.Add(points[Math.Max(low, high)]);
            }
        }

        kept.Add(points[^1]);
        return kept;
    }
}
