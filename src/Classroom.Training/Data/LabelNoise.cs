using Classroom.Training.Settings;

namespace Classroom.Training.Data;

/// <summary>Wrong labels, for seeing what they do.</summary>
internal static class LabelNoise
{
    // The same for all runs, so that two runs that differ in something else learn from the same wrong labels.
    private const int TrainSeed = 4_711;
    private const int ValidationSeed = 1_147;

    public static DataSet Add(DataSet data, DataConfig options)
    {
        if (options is { LabelNoise: 0, ValidationLabelNoise: 0 })
        {
            return data;
        }

        var labels = data.Labels.ToArray();
        Confuse(labels.AsSpan(0, data.Train), data.Classes.Count, options.LabelNoise, TrainSeed);
        Confuse(labels.AsSpan(data.Train), data.Classes.Count, options.ValidationLabelNoise, ValidationSeed);
        return data with { Labels = labels };
    }

    /// <summary>
    /// Exactly this share of the labels becomes wrong. With a larger share, the same ones and more: runs that differ in the
    /// share differ in nothing else.
    /// </summary>
    private static void Confuse(Span<byte> labels, int classes, double share, int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, labels.Length).ToArray();
        random.Shuffle(order);
        foreach (var example in order.AsSpan(0, (int)Math.Round(share * labels.Length)))
        {
            labels[example] = (byte)((labels[example] + random.Next(1, classes)) % classes);
        }
    }
}
