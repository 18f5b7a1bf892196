namespace Classroom.Training.Measures;

/// <summary>Groups points of a plane around means (Lloyd, 1982), begun as k-means++ does (Arthur and Vassilvitskii, 2007).</summary>
internal static class KMeans
{
    private const int Tries = 10;
    private const int MostRounds = 100;

    /// <summary>The group of each point, from 0; the best of ten tries, the same each time.</summary>
    public static int[] Group((double X, double Y)[] points, int groups)
    {
        var random = new Random(1);
        return Enumerable.Range(0, Tries).Select(_ => Try(points, Start(points, groups, random))).MinBy(result => result.Error).Groups;
    }

    private static (double X, double Y)[] Start((double X, double Y)[] points, int groups, Random random)
    {
        List<(double X, double Y)> means = [points[random.Next(points.Length)]];
        while (means.Count < groups)
        {
            // The further from all means so far, the likelier.
            var distances = points.Select(point => means.Min(mean => Distance(point, mean))).ToArray();
            var left = random.NextDouble() * distances.Sum();
            var next = Array.FindIndex(distances, distance => (left -= distance) <= 0);
            means.Add(points[Math.Max(next, 0)]);
        }

        return [.. means];
    }

    private static (int[] Groups, double Error) Try((double X, double Y)[] points, (double X, double Y)[] means)
    {
        int[] groups = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var nearest = points.Select(point => Enumerable.Range(0, means.Length).MinBy(i => Distance(point, means[i]))).ToArray();
            if (nearest.AsSpan().SequenceEqual(groups))
            {
                break;
            }

            groups = nearest;
            foreach (var members in points.Zip(groups).GroupBy(pair => pair.Second, pair => pair.First))
            {
                means[members.Key] = (members.Average(point => point.X), members.Average(point => point.Y));
            }
        }

        return (groups, points.Zip(groups).Sum(pair => Distance(pair.First, means[pair.Second])));
    }

    private static double Distance((double X, double Y) one, (double X, double Y) other) =>
        ((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y));
}
