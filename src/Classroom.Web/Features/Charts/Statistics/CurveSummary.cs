using Classroom.Training.Loop;
using Classroom.Training.Measures;

namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>A curve epoch by epoch, for the table behind the chart, its axis, and what is said of it.</summary>
/// <param name="steps">How many examples a step has; null where nobody knows, and all count the same.</param>
public sealed class CurveSummary(EpochSteps? steps = null)
{
    private static readonly EpochSteps EveryStepTheSame = new(1, 1);

    private readonly SortedDictionary<int, Epoch> epochs = [];

    public int Count => epochs.Count;

    public IEnumerable<EpochRow> Rows => epochs.Select(epoch => epoch.Value.ToRow(epoch.Key));

    /// <summary>The epoch with the lowest validation loss so far; null before the first is validated.</summary>
    public EpochRow? Best => Loss is { BestEpoch: var number } ? epochs[number].ToRow(number) : null;

    /// <summary>The last epoch that has been validated and whose loss is a number.</summary>
    public EpochRow? Last => Loss is { Epoch: var number } ? epochs[number].ToRow(number) : null;

    /// <summary>The validation loss; null before the first is a number.</summary>
    public BestSoFar? Loss { get; private set; }

    /// <summary>The validation accuracy; null before the first.</summary>
    public BestSoFar? Accuracy { get; private set; }

    /// <summary>How far the losses reach, of training and of validation.</summary>
    public CurveExtent Losses { get; } = new();

    public CurveExtent Accuracies { get; } = new();

    /// <summary>At most <paramref name="most"/> rows, evenly chosen; the first, the last and the best are among them.</summary>
    public IEnumerable<EpochRow> Thinned(int most)
    {
        var rows = Rows.ToList();
        if (rows.Count <= most)
        {
            return rows;
        }

        var places = Enumerable.Range(0, most - 1).Select(i => (int)((long)i * (rows.Count - 1) / (most - 2))).ToHashSet();
        return rows.Where((row, place) => places.Contains(place) || row.Number == Loss?.BestEpoch);
    }

    public void Add(MetricPoint point)
    {
        // A step belongs to the epoch that it moves through: 0.5 and 1.0 to the first, 1.01 to the second.
        var number = Math.Max(1, (int)Math.Ceiling(point.Epoch - 1e-9));
        if (!epochs.TryGetValue(number, out var epoch))
        {
            epochs[number] = epoch = new Epoch(steps ?? EveryStepTheSame);
        }

        epoch.Add(point);
        Loss = BestSoFar.Add(Loss, number, point.ValLoss, lowerIsBetter: true);
        Accuracy = BestSoFar.Add(Accuracy, number, point.ValAccuracy, lowerIsBetter: false);
        foreach (var value in new[] { point.TrainLoss, point.ValLoss })
        {
            Losses.Add(value);
        }

        foreach (var value in new[] { point.TrainAccuracy, point.ValAccuracy })
        {
            Accuracies.Add(value);
        }
    }

    private sealed class Epoch(EpochSteps steps)
    {
        private readonly TrainMean mean = new(steps);
        private float? valLoss;
        private float? valAccuracy;

        public void Add(MetricPoint point)
        {
            mean.Add(point);
            valLoss = point.ValLoss ?? valLoss;
            valAccuracy = point.ValAccuracy ?? valAccuracy;
        }

        public EpochRow ToRow(int number) => new(number, mean.Loss, mean.Accuracy, valLoss, valAccuracy);
    }
}
