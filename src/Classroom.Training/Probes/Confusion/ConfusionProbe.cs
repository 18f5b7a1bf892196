using Classroom.Training.Data;
using Classroom.Training.Losses;

namespace Classroom.Training.Probes.Confusion;

/// <summary>Which classes the network takes for which, over the first 1,000 validation examples, and some it got wrong.</summary>
internal sealed class ConfusionProbe : Probe
{
    private const int MostMistakes = 4;
    private const int ExamplesOfAMistake = 2;

    private readonly ProbedRun run;
    private readonly int classes;
    private readonly Slices slices;
    private readonly int[] untrained;

    public ConfusionProbe(ProbedRun run)
    {
        this.run = run;
        classes = run.Data.Classes.Count;
        slices = run.FirstExamples(run.Validation.Predicted.Length);
        untrained = new int[slices.Items];
    }

    // After an epoch only counting is left to do.
    public override double Cost => 200 + (0.02 * untrained.Length) + (0.1 * classes * classes);

    public override int Bytes =>
        200 + (3 * classes * classes)
            + (run.Data.Kind == DataSetKind.Image
                ? MostMistakes * ExamplesOfAMistake * (20 + (run.Thumbnail.Height * run.Thumbnail.Width * 4 / 3))
                : 0);

    public override FrameContent? Capture(bool isFirst)
    {
        if (!isFirst)
        {
            return Count(run.Validation.Predicted, isFirst);
        }

        // Nothing has been validated yet.
        var (first, count, isLast) = slices.Next();
        Objective.Classes(run.Network.call(run.Inputs(first, count)), untrained.AsSpan(first, count));
        return isLast ? Count(untrained, isFirst) : null;
    }

    private ConfusionFrame Count(ReadOnlySpan<int> predicted, bool isFirst)
    {
        var counts = new int[classes][];
        for (var label = 0; label < classes; label++)
        {
            counts[label] = new int[classes];
        }

        var labels = run.Data.Labels.Span.Slice(run.Data.Train, predicted.Length);
        for (var i = 0; i < predicted.Length; i++)
        {
            counts[labels[i]][predicted[i]]++;
        }

        var mistakes =
            from label in Enumerable.Range(0, classes)
            from taken in Enumerable.Range(0, classes)
            where label != taken && counts[label][taken] > 0
            orderby counts[label][taken] descending
            select (label, taken);
        var all = predicted.ToArray();
        return new(
            counts,
            [.. mistakes.Take(MostMistakes).Select(mistake => Mistake(mistake.label, mistake.taken, all))],
            run.Data.Kind == DataSetKind.Image ? run.Thumbnail.Width : null,
            run.Data.Kind == DataSetKind.Image ? run.Thumbnail.Height : null,
            isFirst ? FrameNames.Shorten(run.Data.Classes) : null);
    }

    private ConfusionMistakes Mistake(int label, int taken, int[] predicted)
    {
        var examples = run.Labels(predicted.Length).Index()
            .Where(example => example.Item == label && predicted[example.Index] == taken)
            .Select(example => example.Index)
            .Take(ExamplesOfAMistake)
            .ToList();
        return new(label, taken, examples, run.Data.Kind == DataSetKind.Image ? [.. examples.Select(run.Picture)] : null);
    }
}
