using Classroom.Web.Features.Charts;
using Classroom.Web.Features.Charts.Statistics;
using CsCheck;

namespace Classroom.Web.Tests;

public sealed class CurveScaleTests
{
    private static readonly CurveView Linear = new();
    private static readonly CurveView Log = new() { Log = true };

    [Fact]
    public void On_a_log_axis_zeros_lie_on_a_line_at_the_bottom_marked_0()
    {
        // As of a run that has learned its two examples by heart: 88 of 90 losses are 0.
        var extent = Of([0.69f, 0.02f, .. Enumerable.Repeat(0f, 88)]);
        var scale = CurveScale.Create(Log, CurveMetric.Loss, [extent]);
        Assert.Equal((0.001, 0.02), (scale.Place(0), scale.Place(0.02)));
        Assert.Equal((0.001, "0"), (scale.Ticks!.Value.Values[0], scale.Ticks!.Value.Words[0]));

        var train = CurveTraces.Create(CurveMetric.Loss, Log, scale, "run", 0, alone: true, new([(1, 0.02), (2, 0)], [], [], null)).First();
        Assert.Equal([0.02f, 0.001f], train.Y);
        Assert.Equal(["0.0200", "0"], train.Text!);
        Assert.Contains("%{text}", train.HoverTemplate!, StringComparison.Ordinal);
        var batch = CurveTraces.Added(scale, [new([(3, 0)], [], [], null)])!;
        Assert.Equal((0.001f, "0"), (batch.Y[0][0], batch.Text![0][0]));

        Assert.Null(CurveScale.Create(Linear, CurveMetric.Loss, [extent]).Bottom);
        Assert.Equal(["0"], CurveScale.Create(Log, CurveMetric.Loss, [Of([0, 0])]).Ticks!.Value.Words.Take(1));
    }

    [Fact]
    public void Whatever_is_above_0_lies_above_the_line_that_stands_for_0() =>
        Gen.OneOf(
            Gen.Const(0f),
            Gen.Float[0f, 1f],
            Gen.Float[0f, float.MaxValue],
            Gen.Int[-44, 38].Select(power => (float)Math.Pow(10, power))).Array[1, 20].Sample(values =>
        {
            var scale = CurveScale.Create(Log, CurveMetric.Loss, [Of(values)]);
            Assert.All(values, value => Assert.True((float)scale.Place(value) > 0 && double.IsFinite(scale.Place(value))));
            Assert.All(
                values.Where(value => value > 1e-43f), value => Assert.True(scale.Bottom is null || scale.Place(value) > scale.Place(0)));
            Assert.True(scale.Ticks is not { } ticks || (ticks.Values.Length is >= 1 and <= 12 && ticks.Values.All(double.IsFinite)));
        });

    [Fact]
    public void A_run_that_diverged_does_not_flatten_the_others()
    {
        var calm = Of([2.3f, 1.2f, 0.4f]);
        var giant = Of([2.4f, 6f, 900f, 7e35f]);
        var scale = CurveScale.Create(Linear, CurveMetric.Loss, [calm, giant]);
        Assert.InRange(scale.Limit!.Value, 2.4, 8);
        Assert.Equal((false, true), (scale.Cuts(calm), scale.Cuts(giant)));
        Assert.Equal((0.0, scale.Limit.Value), (scale.Range![0], scale.Range[1]));

        var all = CurveScale.Create(new() { Everything = true }, CurveMetric.Loss, [calm, giant]);
        Assert.Null(all.Limit);
        Assert.Null(all.Range);
        Assert.Contains("2×10³⁵", all.Ticks!.Value.Words);
        Assert.Equal(Math.Log10(10 * scale.Limit.Value), CurveScale.Create(Log, CurveMetric.Loss, [calm, giant]).Range![1]);
    }

    [Theory]
    [InlineData(new[] { 2.3f, 0.1f }, new[] { 2.3f, 9f, 3f })]
    [InlineData(new[] { 0.001f, 0.5f }, new[] { 2.3f, 1f })]
    [InlineData(new[] { 0f, 0f }, new[] { 0f, 0f })]
    public void Where_nothing_is_far_beyond_the_rest_the_picture_shows_it_all(float[] one, float[] other) =>
        Assert.Null(CurveScale.Create(Linear, CurveMetric.Loss, [Of(one), Of(other)]).Range);

    [Fact]
    public void A_usual_curve_has_figures_and_marks_as_ever() =>
        Assert.Equal(new CurveScale(), CurveScale.Create(Linear, CurveMetric.Loss, [Of([2.3f, 0.01f])]));

    private static CurveExtent Of(float[] values)
    {
        var extent = new CurveExtent();
        foreach (var value in values)
        {
            extent.Add(value);
        }

        return extent;
    }
}
