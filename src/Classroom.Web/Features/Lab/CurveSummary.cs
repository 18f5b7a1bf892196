using Classroom.Training;

namespace Classroom.Web.Features.Lab;

/// <summary>A curve epoch by epoch, for the table behind the chart and for the sentence that a screen reader says.</summary>
public sealed class CurveSummary
{
    private readonly SortedDictionary<int, Epoch> epochs = [];

    public IEnumerable<EpochRow> Rows => epochs.Select(epoch => epoch.Value.ToRow(epoch.Key));

    /// <summary>The epoch with the lowest validation loss so far; null before the first is validated.</summary>
    public EpochRow? Best => Rows.Where(row => row.ValLoss is not null).MinBy(row => row.ValLoss);

    public EpochRow? Last => Rows.LastOrDefault(row => row.ValLoss is not null);

    public void Add(MetricPoint point)
    {
        // A step belongs to the epoch that it moves through: 0.5 and 1.0 to the first, 1.01 to the second.
        var number = Math.Max(1, (int)Math.Ceiling(point.Epoch - 1e-9));
        if (!epochs.TryGetValue(number, out var epoch))
        {
            epochs[number] = epoch = new Epoch();
        }

        epoch.Add(point);
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
        var best = Best!.Number == last.Number ? "the best so far" : $"epoch {Best.Number} was better";
        return $"After epoch {last.Number}: {value}; {best}.";
    }

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
