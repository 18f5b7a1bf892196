using Classroom.Training.Loop;
using Classroom.Training.Measures;
using Classroom.Web.Features.Charts.Statistics;
using Classroom.Web.Features.Runs;

namespace Classroom.Web.Tests;

public sealed class CurveSummaryTests
{
    [Fact]
    public void The_best_epoch_is_the_one_with_the_lowest_validation_loss()
    {
        var summary = Of([0.9f, 0.4f, 0.6f]);
        Assert.Equal(2, summary.Best!.Number);
        Assert.Equal(3, summary.Last!.Number);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_neither_the_best_nor_the_last()
    {
        var summary = Of([0.9f, float.NaN, float.PositiveInfinity]);
        Assert.Equal((1, 1), (summary.Best!.Number, summary.Last!.Number));
        Assert.Equal(3, summary.Count);
    }

    [Fact]
    public void Of_very_many_epochs_the_table_has_a_hundred_at_most_with_both_ends_and_the_best()
    {
        var summary = Of([.. Enumerable.Range(1, 1234).Select(epoch => epoch == 777 ? 0.0001f : 1f / epoch)]);
        var rows = summary.Thinned(100).ToList();
        Assert.InRange(rows.Count, 90, 100);
        Assert.Equal((1, 1234), (rows[0].Number, rows[^1].Number));
        Assert.Contains(rows, row => row.Number == 777);
        Assert.Equal(10, Of([.. Enumerable.Repeat(1f, 10)]).Thinned(100).Count());
    }

    [Fact]
    public void A_diverged_run_tells_where_and_what_the_loss_was_just_before()
    {
        MetricPoint[] points =
        [
            new(0, 1, 0.5, 2.5f, 0.5f, null, null),
            new(1, 2, 1, 1234567f, 0.5f, null, null),
            new(2, 2, 1, null, null, 5f, 0.5f),
            new(3, 3, 1.5, float.NaN, 0.5f, null, null),
        ];
        var found = RunDivergence.Find(points);
        Assert.Equal(new RunDivergence(3, 2, 1234567f, 2), found);
        Assert.Equal("It happened at step 3, in epoch 2. The last loss before that, at step 2, was about 1.23 million.", found!.Describe());
        Assert.Null(RunDivergence.Find(points[..3]));
        Assert.Equal(
            "It happened at step 1, in epoch 1.", RunDivergence.Find([new(0, 1, 0.5, float.PositiveInfinity, 0f, null, null)])!.Describe());
    }

    [Fact]
    public void The_table_weighs_each_step_of_an_epoch_by_its_examples()
    {
        var summary = new CurveSummary(new EpochSteps(41, 32));
        summary.Add(new MetricPoint(0, 1, 0.5, 1f, 0.75f, null, null));
        summary.Add(new MetricPoint(1, 2, 1, 3f, 0f, null, null));
        summary.Add(new MetricPoint(2, 2, 1, null, null, 5f, 0.5f));

        var row = Assert.Single(summary.Rows);
        Assert.Equal(((32 * 1.0) + (9 * 3.0)) / 41, row.TrainLoss!.Value, 1e-12);
        Assert.Equal(24.0 / 41, row.TrainAccuracy!.Value, 1e-12);
    }

    private static CurveSummary Of(float[] validationLosses)
    {
        var summary = new CurveSummary();
        foreach (var (index, loss) in validationLosses.Index())
        {
            summary.Add(new MetricPoint(2 * index, index + 1, index + 1, 1, 0.5f, null, null));
            summary.Add(new MetricPoint((2 * index) + 1, index + 1, index + 1, null, null, loss, 0.75f));
        }

        return summary;
    }
}
