namespace Classroom.School.ItemAnalysis;

/// <summary>
/// How a question worked in the attempts that had it. The formulas are those of Moodle's "Quiz statistics calculations"
/// (https://docs.moodle.org/dev/Quiz_statistics_calculations). Of the rest of an attempt the mean is taken instead of the sum: that is the
/// same where all attempts have as many questions, and fair where they do not. What is not defined is null, never NaN.
/// </summary>
public sealed record ItemStatistics
{
    // Sums of equal scores in another order differ by less.
    private const double NoVariance = 1e-12;

    private ItemStatistics()
    {
    }

    /// <summary>Attempts that had the question, answered or not.</summary>
    public required int Attempts { get; init; }

    /// <summary>Mean score / maximum score, in percent: 0 is the hardest and 100 the easiest. Null without an attempt.</summary>
    public double? Facility { get; private init; }

    /// <summary>√(Σ(x − x̄)² / (n − 1)) of the scores, in percent of the maximum. Null for fewer than two.</summary>
    public double? StandardDeviation { get; private init; }

    /// <summary>
    /// 100 · cov(x, rest) / √(var(x) · var(rest)), −100 to 100: whether those who did well in the rest of the quiz did well here. The
    /// question itself is not in the rest, or it would agree with itself. Null where either does not vary.
    /// </summary>
    public double? Discrimination { get; private init; }

    /// <summary>
    /// 100 · cov(x, rest) / max cov, where max cov is the covariance of both in ascending order, the most that these scores allow. At
    /// most 100; a question that works backward can be below −100. Null where <see cref="Discrimination"/> is.
    /// </summary>
    public double? Efficiency { get; private init; }

    /// <param name="scores">One for each attempt that had the question.</param>
    public static ItemStatistics Of(IReadOnlyList<ItemScore> scores)
    {
        double[] all = [.. scores.Select(score => score.Score)];
        var pairs = scores.Where(score => score.Rest is not null).ToList();
        double[] own = [.. pairs.Select(pair => pair.Score)];
        double[] rest = [.. pairs.Select(pair => pair.Rest!.Value)];
        var (ownVariance, restVariance) = (Covariance(own, own), Covariance(rest, rest));
        var varies = ownVariance > NoVariance && restVariance > NoVariance;
        var together = Covariance(own, rest);
        return new()
        {
            Attempts = all.Length,
            Facility = all.Length == 0 ? null : 100 * all.Average(),
            StandardDeviation = Covariance(all, all) is { } variance ? 100 * Math.Sqrt(variance) : null,
            Discrimination = varies ? Bounded(together / Math.Sqrt((ownVariance * restVariance)!.Value), -100) : null,
            Efficiency = varies ? Bounded(together / Covariance([.. own.Order()], [.. rest.Order()]), double.MinValue) : null,
        };
    }

    // Rounding may go a little too far.
    private static double? Bounded(double? share, double least) => share is { } known ? Math.Clamp(100 * known, least, 100) : null;

    /// <summary>Σ(x − x̄)(y − ȳ) / (n − 1); null for fewer than two.</summary>
    private static double? Covariance(double[] x, double[] y)
    {
        if (x.Length < 2)
        {
            return null;
        }

        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / (x.Length - 1);
    }
}
