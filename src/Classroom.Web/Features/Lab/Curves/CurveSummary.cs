using Classroom.Training;

namespace Classroom.Web.Features.Lab.Curves;

/// <summary>A curve epoch by epoch, for the table behind the chart and for the sentence that a screen reader says.</summary>
public sealed class CurveSummary
{
    private readonly SortedDictionary<int, Epoch> epochs = [];

    private (int Number, float Loss)? best;
    private int? last;

    public int Count => epochs.Count;

    public IEnumerable<EpochRow> Rows => epochs.Select(epoch => epoch.Value.ToRow(epoch.Key));

    /// <summary>The epoch with the lowest validation loss so far; null before the first is validated.</summary>
    public EpochRow? Best => best is { } known ? epochs[known.Number].ToRow(known.Number) : null;

    /// <summary>The last epoch that has been validated and whose loss is a number.</summary>
    public EpochRow? Last => last is { } number ? epochs[number].ToRow(number) : null;

    /// <summary>At most <paramref name="most"/> rows, evenly chosen; the first, the last and the best are among them.</summary>
    public IEnumerable<EpochRow> Thinned(int most)
    {
        var rows = Rows.ToList();
        if (rows.Count <= most)
        {
            return rows;
        }

        var places = Enumerable.Range(0, most - 1).Select(i => (int)((long)i * (rows.Count - 1) / (most - 2))).ToHashSet();
        return rows.Where((row, place) => places.Contains(place) || row.Number == best?.Number);
    }

    public void Add(MetricPoint point)
    {
        // A step belongs to the epoch that it moves through: 0.5 and 1.0 to the first, 1.01 to the second.
        var number = Math.Max(1, (int)Math.Ceiling(point.Epoch - 1e-9));
        if (!epochs.TryGetValue(number, out var epoch))
        {
            epochs[number] = epoch = new Epoch();
        }

        epoch.Add(point);
        if (point.ValLoss is { } loss && float.IsFinite(loss))
        {
            last = number;
            best = best is null || loss < best.Value.Loss ? (number, loss) : best;
        }
    }

    /// <summary>One sentence about where the curve stands.</summary>
    /// <param name="data">What an example is.</param>
    public string Describe(DataSetKind data)
    {
        if (Last is not { } last)
        {
            return epochs.Count == 0 ? "There is no point yet." : "The first epoch is being trained; validation follows at its end.";
        }

        var value = (data, last.ValAccuracy) switch
        {
            (DataSetKind.Text, _) => $"{last.ValLoss:0.00} nats per character",
            (_, null) => $"a squared error of {last.ValLoss:0.0000} in validation",
            (DataSetKind.Image, { } share) => $"{share:P1} of the validation pictures right",
            (_, { } share) => $"{share:P1} of the validation examples right",
        };
        var comparison = best!.Value.Number == last.Number ? "the best so far" : $"epoch {best.Value.Number} was better";
        return $"After epoch {last.Number}: {value}; {comparison}.";
    }

    /// <summary>One sentence about the losses.</summary>
    public string DescribeLoss() => Last is not { } end
        ? "The validation loss is measured at the end of each epoch."
        : $"The validation loss is {Number(end.ValLoss)} after epoch {end.Number}; "
            + (Best!.Number == end.Number ? "it was never lower." : $"it was lowest after epoch {Best.Number}, at {Number(Best.ValLoss)}.");

    private static string Number(double? loss) => loss >= 0.01 ? $"{loss:0.000}" : $"{loss:0.#e+0}";

    private sealed class Epoch
    {
        private double lossSum;
        private double accuracySum;
        private int steps;
        private float? valLoss;
        private float? valAccuracy;

        public void Add(MetricPoint point)
        {
            if (point.TrainLoss is { } loss && float.IsFinite(loss))
            {
                lossSum += loss;
                accuracySum += point.TrainAccuracy ?? 0;
                steps++;
            }

            valLoss = point.ValLoss ?? valLoss;
            valAccuracy = point.ValAccuracy ?? valAccuracy;
        }

        public EpochRow ToRow(int number) =>
            new(number, steps > 0 ? lossSum / steps : null, steps > 0 ? accuracySum / steps : null, valLoss, valAccuracy);
    }
}

/// <summary>One epoch: mean train values of its steps, validation values at its end; losses in nats, accuracies 0 to 1.</summary>
public sealed record EpochRow(int Number, double? TrainLoss, double? TrainAccuracy, double? ValLoss, double? ValAccuracy);
