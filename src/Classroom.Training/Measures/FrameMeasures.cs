using Classroom.Training.Probes;
using Classroom.Training.Probes.Embeddings;
using Classroom.Training.Probes.GradientNorms;
using Classroom.Training.Probes.NetworkWeights;
using Classroom.Training.Probes.Reconstructions;
using Classroom.Training.Probes.Rounds;

namespace Classroom.Training.Measures;

/// <summary>Measures that are taken from what the probes have seen.</summary>
internal static class FrameMeasures
{
    /// <summary>How many epochs count as early.</summary>
    public const int FirstEpochs = 5;

    /// <summary>
    /// Norm of the first weight matrix's gradient over that of the last hidden one: the geometric mean over the frames of the
    /// first five epochs. Null without such a frame or with fewer than two hidden layers.
    /// </summary>
    public static double? GradientRatio(IReadOnlyList<ProbeFrame> frames) => MeanRatio(
        from frame in frames.Where(IsEarlyGradient)
        let norms = Norms(frame)
        where norms.Count >= 3 && norms.TrueForAll(double.IsFinite)
        select (norms[0], norms[^2]));

    /// <summary>
    /// Norm of the gradient at the first time step over that at the last: the geometric mean over the frames of the first five epochs.
    /// Null without such a frame, or where there are no time steps.
    /// </summary>
    public static double? TimeStepRatio(IReadOnlyList<ProbeFrame> frames) => MeanRatio(
        from frame in frames.Where(IsEarlyGradient)
        let norms = FrameJson.Read<GradientNormsFrame>(frame.Json).TimeSteps
        where norms is { Count: > 1 } && norms[0] is not null && norms[^1] is not null
        select (norms[0]!.Value, norms[^1]!.Value));

    /// <summary>The share of layers whose gradient was other than zero in a frame of the first five epochs.</summary>
    public static double? LayersWithGradient(IReadOnlyList<ProbeFrame> frames)
    {
        var reached = new HashSet<int>();
        var layers = 0;
        foreach (var norms in frames.Where(IsEarlyGradient).Select(Norms))
        {
            layers = norms.Count;
            reached.UnionWith(norms.Index().Where(norm => norm.Item > 0).Select(norm => norm.Index));
        }

        return layers == 0 ? null : (double)reached.Count / layers;
    }

    /// <summary>Mean squared difference of the validation pictures from the mean training picture, pixels 0 to 1.</summary>
    public static double? MeanPictureError(IReadOnlyList<ProbeFrame> frames) =>
        Read<ReconstructionsFrame>(frames.FirstOrDefault(frame => frame.Kind == ProbeKinds.Reconstructions))?.MeanPictureError;

    /// <summary>Weights and biases of the network.</summary>
    public static double? Weights(IReadOnlyList<ProbeFrame> frames) =>
        FirstNetwork(frames)?.Layers.Sum(layer => layer.Biases.Length + layer.Weights.Sum(row => row.Length));

    /// <summary>Neurons of all layers but the last.</summary>
    public static double? HiddenNeurons(IReadOnlyList<ProbeFrame> frames) =>
        FirstNetwork(frames)?.Layers.SkipLast(1).Sum(layer => layer.Biases.Length);

    /// <summary>
    /// Groups the points of the last frame by k-means, as many groups as there are classes, and counts the share of points
    /// that belong to the most frequent class of their group (Manning et al., 2008, section 16.3).
    /// </summary>
    public static double? ClusterPurity(IReadOnlyList<ProbeFrame> frames)
    {
        var ofKind = frames.Where(frame => frame.Kind == ProbeKinds.Embedding).ToList();
        var labels = Read<EmbeddingFrame>(ofKind.FirstOrDefault())?.Label;
        var points = Read<EmbeddingFrame>(ofKind.LastOrDefault()) is { } last ? Numbers(last.X).Zip(Numbers(last.Y)).ToArray() : null;
        if (labels is null || points is null || Array.Exists(points, point => !double.IsFinite(point.First + point.Second)))
        {
            return null;
        }

        var groups = KMeans.Group(points, labels.Distinct().Count());
        return labels.Zip(groups)
            .GroupBy(pair => pair.Second)
            .Sum(group => group.CountBy(pair => pair.First).Max(count => count.Value)) / (double)labels.Length;
    }

    private static double? MeanRatio(IEnumerable<(double First, double Last)> norms)
    {
        // A gradient that is exactly zero is smaller than any number that can be told.
        var logs = norms.Where(pair => pair.Last > 0).Select(pair => Math.Log(Math.Max(pair.First / pair.Last, 1e-30))).ToList();
        return logs.Count == 0 ? null : Math.Exp(logs.Average());
    }

    private static bool IsEarlyGradient(ProbeFrame frame) =>
        frame.Kind == ProbeKinds.GradientNorms && frame.Epoch is > 0 and <= FirstEpochs;

    // What was not a number is none here either.
    private static List<double> Norms(ProbeFrame frame) =>
        [.. FrameJson.Read<GradientNormsFrame>(frame.Json).Layers.Select(layer => layer.Norm ?? double.NaN)];

    private static NetworkFrame? FirstNetwork(IReadOnlyList<ProbeFrame> frames) =>
        Read<NetworkFrame>(frames.FirstOrDefault(frame => frame.Kind == ProbeKinds.Network));

    private static IEnumerable<double> Numbers(double?[] numbers) => numbers.Select(number => number ?? double.NaN);

    private static TContent? Read<TContent>(ProbeFrame? frame)
        where TContent : FrameContent => frame is null ? null : FrameJson.Read<TContent>(frame.Json);
}
