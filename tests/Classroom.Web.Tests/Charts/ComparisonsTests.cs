using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Web.Features.Charts.Statistics;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Drawing;
using CsCheck;

namespace Classroom.Web.Tests;

/// <summary>Sentences about what is better, against the same found out in the plainest way.</summary>
public sealed class ComparisonsTests
{
    // Few different values, so that there are ties; some losses are no numbers.
    private static readonly Gen<(float Loss, float Accuracy)[]> Epochs = Gen.Select(
        Gen.OneOf(Gen.Int[0, 5].Select(fifths => fifths / 5f), Gen.Float[0f, 8f], Gen.Const(float.NaN), Gen.Const(float.PositiveInfinity)),
        Gen.OneOf(Gen.Int[0, 4].Select(quarters => quarters / 4f), Gen.Float[0f, 1f])).Array[1, 12];

    [Fact]
    public void A_sentence_under_a_chart_compares_what_the_chart_shows_and_a_tie_is_no_better() =>
        Gen.Select(Epochs, Gen.Bool).Sample((epochs, byAccuracy) =>
        {
            var metric = byAccuracy ? CurveMetric.Accuracy : CurveMetric.Loss;
            var shown = epochs.Select((epoch, index) => (Epoch: index + 1, Value: byAccuracy ? epoch.Accuracy : epoch.Loss))
                .Where(epoch => float.IsFinite(epoch.Value))
                .ToList();
            var sentence = Comparisons.OfEpochs(metric, Of(epochs), DataSetKind.Table);
            if (shown.Count == 0)
            {
                Assert.Equal("The first epoch is being trained; validation follows at its end.", sentence);
                return;
            }

            var last = shown[^1];
            var earlier = shown[..^1];
            bool Beats(float one, float other) => byAccuracy ? one > other : one < other;
            var best = shown.First(epoch => !shown.Any(other => Beats(other.Value, epoch.Value)));
            Assert.StartsWith($"After epoch {last.Epoch}: ", sentence, StringComparison.Ordinal);
            Assert.Contains(
                byAccuracy
                    ? $" {Percent.Exact(last.Value)} of the validation examples right"
                    : $" a validation loss of {Numbers.Loss(last.Value)}",
                sentence,
                StringComparison.Ordinal);
            Assert.Equal(
                earlier.Count > 0 && earlier.All(epoch => Beats(last.Value, epoch.Value)),
                sentence.Contains("the best so far", StringComparison.Ordinal));
            Assert.Equal(
                earlier.Any(epoch => Beats(epoch.Value, last.Value)),
                sentence.Contains($"; epoch {best.Epoch} was better", StringComparison.Ordinal));
            Assert.Equal(
                earlier.Any(epoch => epoch.Value == last.Value) && !earlier.Any(epoch => Beats(epoch.Value, last.Value)),
                sentence.Contains($"no epoch was better, and epoch {best.Epoch} was as good", StringComparison.Ordinal));
        });

    [Fact]
    public void The_accuracy_chart_goes_by_accuracy_where_the_loss_says_otherwise()
    {
        var summary = Of([(0.9f, 0.5f), (0.4f, 0.75f), (0.6f, 0.875f)]);
        Assert.Equal(
            "After epoch 3: 87.5% of the validation pictures right, the best so far.",
            Comparisons.OfEpochs(CurveMetric.Accuracy, summary, DataSetKind.Image));
        Assert.Equal(
            "After epoch 3: a validation loss of 0.600; epoch 2 was better, with 0.400.",
            Comparisons.OfEpochs(CurveMetric.Loss, summary, DataSetKind.Image));
        Assert.Equal(
            "After epoch 3: 87.5% of the next characters right, the best so far.",
            Comparisons.OfEpochs(CurveMetric.Accuracy, summary, DataSetKind.Text));
        Assert.Equal(
            "After epoch 2: a validation loss of 0.500; epoch 1 was better by a hair.",
            Comparisons.OfEpochs(CurveMetric.Loss, Of([(0.49999f, 0), (0.5f, 0)]), DataSetKind.Table));
        Assert.Equal(
            "After epoch 1: a validation loss of 0.500 per character.",
            Comparisons.OfEpochs(CurveMetric.Loss, Of([(0.5f, 0)]), DataSetKind.Text));
    }

    [Fact]
    public void A_run_that_ended_before_its_first_epoch_did_says_so()
    {
        Assert.Equal("There is no point yet.", Comparisons.OfEpochs(CurveMetric.Loss, new(), DataSetKind.Table));
        Assert.Equal(
            "No epoch was finished, so nothing was validated.",
            Comparisons.OfEpochs(CurveMetric.Accuracy, new(), DataSetKind.Table, isOver: true));
    }

    [Fact]
    public void Pairs_are_counted_as_one_counts_them_by_hand() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[1, 9], Gen.Bool).Sample((outcomes, byAccuracy) =>
        {
            var pairs = PairedSeeds.From([.. outcomes.SelectMany(
                (pair, seed) => new PairedRun[] { new("a", seed, pair.Item1 / 4.0), new("b", seed, pair.Item2 / 4.0) })])!;
            var sentence = Comparisons.OfPairs("b", "a", pairs.Compare(1, lowerIsBetter: !byAccuracy)!, byAccuracy);

            var (count, ties) = (outcomes.Length, outcomes.Count(pair => pair.Item1 == pair.Item2));
            var b = outcomes.Count(pair => byAccuracy ? pair.Item2 > pair.Item1 : pair.Item2 < pair.Item1);
            var a = count - ties - b;
            var sum = outcomes.Sum(pair => pair.Item2 - pair.Item1) * (byAccuracy ? 1 : -1);
            var expected = (a, b) switch
            {
                (0, 0) => count == 1 ? "“b” and “a” came out the same." : $"“b” and “a” came out the same in all {count} pairs.",
                _ when count == 1 => a > b ? "“a” was better than “b” in the one pair" : "“b” was better than “a” in the one pair",
                _ when a == b => $"“b” and “a” were better equally often, each in {a} of {count} pairs",
                _ => a > b ? $"“a” was better than “b” in {a} of {count} pairs" : $"“b” was better than “a” in {b} of {count} pairs",
            };
            Assert.StartsWith(expected, sentence, StringComparison.Ordinal);
            Assert.Equal(count > 1 && ties == 1 && ties < count, sentence.Contains("1 pair was a tie", StringComparison.Ordinal));
            if (count > 1 && a + b > 0)
            {
                Assert.Contains(
                    sum == 0 ? "On average they came out the same" : $"On average “{(sum > 0 ? "b" : "a")}” was better by ",
                    sentence,
                    StringComparison.Ordinal);
                Assert.Equal(byAccuracy && sum != 0, sentence.Contains("points", StringComparison.Ordinal));
            }
        });

    [Fact]
    public void The_best_of_a_grid_are_all_that_are_as_good_as_the_best() => Gen.Int[0, 6].Array[1, 9].Sample(values =>
    {
        var sentence = Comparisons.OfGrid(
            "Accuracy", [.. values.Select((value, index) => ($"cell {index}.", value / 8.0))], isComplete: false);
        var best = values.Index().Where(cell => cell.Item == values.Max()).Select(cell => $"cell {cell.Index}.").ToList();
        Assert.Contains($"so far is {Percent.Format(values.Max() / 8.0)}", sentence, StringComparison.Ordinal);
        if (best.Count <= 3)
        {
            Assert.Equal(
                best,
                values.Index().Select(cell => $"cell {cell.Index}.").Where(cell => sentence.Contains(cell, StringComparison.Ordinal)));
        }
        else
        {
            Assert.Contains($"{best.Count} pairs that came out the same", sentence, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Differences_of_percentages_are_in_points()
    {
        Assert.Equal(["12.3 points", "−1.0 point", "0.0 points", "0.0 points"], new[] { 0.123, -0.01, 0, -0.00001 }.Select(Percent.Points));
        Assert.Equal(
            "“b” was better than “a” in 2 of 2 pairs. On average “b” was better by 7.5 points; the differences go from 5.0 points to "
                + "10.0 points.",
            Comparisons.OfPairs("b", "a", new(2, 2, 0, 0.075, 0.05, 0.1), byAccuracy: true));
        Assert.Equal(
            "“a” was better than “b” in the one pair, by 0.250. One pair is no proof yet.",
            Comparisons.OfPairs("b", "a", new(1, 0, 1, 0.25, 0.25, 0.25), byAccuracy: false));
    }

    private static CurveSummary Of((float Loss, float Accuracy)[] epochs)
    {
        var summary = new CurveSummary();
        foreach (var (index, (loss, accuracy)) in epochs.Index())
        {
            summary.Add(new MetricPoint(2 * index, index + 1, index + 1, 1, 0.5f, null, null));
            summary.Add(new MetricPoint((2 * index) + 1, index + 1, index + 1, null, null, loss, accuracy));
        }

        return summary;
    }
}
