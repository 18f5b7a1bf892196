using Classroom.Web.Features.Charts;

namespace Classroom.Web.Tests;

public sealed class CurveThinningTests
{
    [Fact]
    public void A_long_curve_becomes_short_and_keeps_its_ends_and_peaks()
    {
        var curve = Enumerable.Range(0, 20_000)
            .Select(i => ((double)i, i switch { 7_777 => 9.0, 12_345 => -9.0, _ => Math.Sin(i / 500.0) }))
            .ToList();
        var thinned = CurveThinning.Thin(curve, 1500);

        Assert.InRange(thinned.Count, 1000, 1500);
        Assert.Equal(thinned.OrderBy(point => point.X), thinned);
        Assert.Equal(curve[0], thinned[0]);
        Assert.Equal(curve[^1], thinned[^1]);
        Assert.Contains((7_777.0, 9.0), thinned);
        Assert.Contains((12_345.0, -9.0), thinned);
        Assert.All(thinned, point => Assert.Equal(curve[(int)point.X], point));
    }

    [Fact]
    public void A_short_curve_stays_as_it_is()
    {
        (double, double)[] curve = [(0, 1), (1, 2), (2, 3)];
        Assert.Same(curve, CurveThinning.Thin(curve, 4));
    }

    [Fact]
    public void The_running_mean_of_a_constant_is_that_constant_from_the_first_value_on()
    {
        var mean = new RunningMean();
        Assert.All(Enumerable.Repeat(0, 30), _ => Assert.Equal(5, mean.Add(5), 12));
    }

    [Fact]
    public void The_running_mean_follows_slowly_and_jumps_less_than_the_curve()
    {
        var mean = new RunningMean();
        List<double> smoothed = [.. Enumerable.Range(0, 200).Select(i => mean.Add(i % 2 == 0 ? 1 : 0))];
        Assert.All(smoothed.Skip(50), value => Assert.InRange(value, 0.4, 0.6));
        for (var i = 0; i < 60; i++)
        {
            mean.Add(10);
        }

        Assert.InRange(mean.Add(10), 9.9, 10);
    }
}
