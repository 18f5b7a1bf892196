using Classroom.School.ItemAnalysis;
using CsCheck;

namespace Classroom.School.Tests;

/// <summary>Figures worked by hand, and what holds for all.</summary>
public sealed class ItemStatisticsTests
{
    private static readonly Gen<List<ItemScore>> Scores = Gen.Select(
            Gen.Int[0, 6].Select(sixths => sixths / 6.0),
            Gen.OneOf(Gen.Int[0, 42].Select(part => (double?)(part / 42.0)), Gen.Const((double?)null)))
        .Select((score, rest) => new ItemScore(score, rest))
        .List[0, 12];

    /// <summary>
    /// x̄ = ½ and the mean of the rest is ½. Σ dx·dr = ½·0.3 + ½·0.1 − ½·0 + ½·0.4 = 0.4, Σ dx² = 4·¼ = 1, Σ dr² = 0.09 + 0.01 + 0 + 0.16 =
    /// 0.26, so the index is 100 · 0.4 / √(1 · 0.26) = 78.446. Sorted, Σ dx·dr is 0.4 as well: no order would do better. The deviation is
    /// √(1/3).
    /// </summary>
    [Fact]
    public void A_question_that_the_better_half_gets_right()
    {
        var worked = Of((1, 0.8), (1, 0.6), (0, 0.5), (0, 0.1));
        Assert.Equal(4, worked.Attempts);
        Assert.Equal(50, worked.Facility!.Value, 9);
        Assert.Equal(57.735027, worked.StandardDeviation!.Value, 6);
        Assert.Equal(78.446454, worked.Discrimination!.Value, 6);
        Assert.Equal(100, worked.Efficiency!.Value, 9);
    }

    /// <summary>
    /// x̄ = ½, mean of the rest 0.55. Σ dx·dr = 0.175 − 0.125 − 0.125 + 0.175 = 0.1, Σ dx² = 1, Σ dr² = 2·0.1225 + 2·0.0625 = 0.37:
    /// 100 · 0.1 / √0.37 = 16.440. Sorted, Σ dx·dr = 0.175 + 0.125 + 0.125 + 0.175 = 0.6: 100 · 0.1 / 0.6 = 16.667.
    /// </summary>
    [Fact]
    public void A_question_that_tells_little_apart()
    {
        var worked = Of((1, 0.9), (0, 0.8), (1, 0.3), (0, 0.2));
        Assert.Equal(16.439899, worked.Discrimination!.Value, 6);
        Assert.Equal(16.666667, worked.Efficiency!.Value, 6);
    }

    /// <summary>Partial scores: Σ dx·dr = ½·(−0.2) + 0 + (−½)·0.2 = −0.2, Σ dx² = ½, Σ dr² = 0.08: 100 · −0.2 / √0.04 = −100.</summary>
    [Fact]
    public void A_question_that_works_backward()
    {
        var worked = Of((1, 0.2), (0.5, 0.4), (0, 0.6));
        Assert.Equal((-100, -100), (Math.Round(worked.Discrimination!.Value, 9), Math.Round(worked.Efficiency!.Value, 9)));
    }

    /// <summary>
    /// x̄ = 1/3, mean of the rest 19/30. Σ dx·dr = ⅔·(−19/30) − ⅓·(8/30) − ⅓·(11/30) = −19/30; sorted ⅓·19/30 − ⅓·8/30 + ⅔·11/30 = 11/30.
    /// So the efficiency is 100 · −19/11.
    /// </summary>
    [Fact]
    public void Efficiency_can_be_below_minus_100() =>
        Assert.Equal(-1900 / 11.0, Of((1, 0), (0, 0.9), (0, 1)).Efficiency!.Value, 9);

    [Fact]
    public void What_is_not_defined_is_null()
    {
        Assert.Equal((0, null, null, null, null), Figures(Of()));
        Assert.Equal((1, 100.0, null, null, null), Figures(Of((1, 0.5))));
        Assert.Equal((2, 100.0, 0.0, null, null), Figures(Of((1, 0.5), (1, 0.9))));
        Assert.Equal((null, null), (Of((1, 0.5), (0, 0.5)).Discrimination, Of((1, 0.5), (0, 0.5)).Efficiency));
    }

    [Fact]
    public void An_attempt_without_other_questions_counts_for_the_facility_alone()
    {
        var with = ItemStatistics.Of([new(1, 0.9), new(0, 0.2), new(0, 0.4), new(1, null)]);
        Assert.Equal(50, with.Facility);
        Assert.Equal(Of((1, 0.9), (0, 0.2), (0, 0.4)).Discrimination, with.Discrimination);
    }

    [Fact]
    public void Rest_scores_that_differ_by_rounding_alone_do_not_vary() =>
        Assert.Null(Of((1, 0.1 + 0.2 + 0.3), (0, 0.3 + 0.2 + 0.1), (1, 0.6)).Discrimination);

    [Fact]
    public void Figures_are_numbers_within_their_bounds() => Scores.Sample(scores =>
    {
        var figures = ItemStatistics.Of(scores);
        return figures.Facility is null or (>= 0 and <= 100)
            && figures.StandardDeviation is null or (>= 0 and <= 71)
            && figures.Discrimination is null or (>= -100 and <= 100)
            && figures.Efficiency is null or <= 100
            && (figures.Discrimination is null) == (figures.Efficiency is null)
            && Sign(figures.Discrimination) == Sign(figures.Efficiency);
    });

    [Fact]
    public void The_order_of_attempts_does_not_matter() => Scores.Sample(scores =>
        Close(ItemStatistics.Of(scores), ItemStatistics.Of([.. Enumerable.Reverse(scores)])));

    [Fact]
    public void A_rest_that_is_graded_more_strictly_changes_neither_index() => Scores.Sample(scores =>
        Close(ItemStatistics.Of(scores), ItemStatistics.Of([.. scores.Select(score => score with { Rest = (score.Rest * 0.5) + 0.1 })])));

    [Fact]
    public void Turning_a_question_around_turns_its_discrimination_around() => Scores.Sample(scores =>
    {
        var before = ItemStatistics.Of(scores);
        var after = ItemStatistics.Of([.. scores.Select(score => score with { Score = 1 - score.Score })]);
        return Near(before.Discrimination, -after.Discrimination) && Near(before.Facility, 100 - after.Facility);
    });

    private static ItemStatistics Of(params (double Score, double Others)[] scores) =>
        ItemStatistics.Of([.. scores.Select(score => new ItemScore(score.Score, score.Others))]);

    private static (int, double?, double?, double?, double?) Figures(ItemStatistics of) =>
        (of.Attempts, of.Facility, of.StandardDeviation, of.Discrimination, of.Efficiency);

    private static bool Close(ItemStatistics some, ItemStatistics others) =>
        some.Attempts == others.Attempts && Near(some.Facility, others.Facility) && Near(some.StandardDeviation, others.StandardDeviation)
        && Near(some.Discrimination, others.Discrimination) && Near(some.Efficiency, others.Efficiency);

    private static int Sign(double? figure) => Math.Sign(Math.Round(figure ?? 0, 6));

    private static bool Near(double? one, double? other) =>
        one is null ? other is null : other is not null && Math.Abs(one.Value - other.Value) < 1e-6;
}
