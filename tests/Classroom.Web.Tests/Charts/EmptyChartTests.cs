using Classroom.School.Runs;
using Classroom.Web.Features.Charts;

namespace Classroom.Web.Tests;

public sealed class EmptyChartTests
{
    [Theory]
    [InlineData(false, RunState.Running, "The curve will appear in a moment.")]
    [InlineData(true, RunState.Queued, "The first point appears soon after training starts.")]
    [InlineData(true, RunState.Running, "The first point appears after the first steps.")]
    [InlineData(true, RunState.Paused, "The first point appears after the first steps.")]
    [InlineData(true, RunState.Stopped, "No point was measured.")]
    [InlineData(true, RunState.Failed, "No point was measured.")]
    public void A_chart_without_a_point_says_when_the_first_one_appears(bool isRead, RunState state, string words)
    {
        Assert.Equal(words, EmptyChart.Describe([(isRead, state, false)]));
        Assert.Null(EmptyChart.Describe([(isRead, state, false), (true, RunState.Completed, true)]));
    }

    [Fact]
    public void A_run_that_waits_beside_one_that_ended_in_vain_still_starts() =>
        Assert.Equal(
            "The first point appears soon after training starts.",
            EmptyChart.Describe([(true, RunState.Failed, false), (true, RunState.Queued, false)]));
}
