using System.Text.Json;
using Classroom.Training.Probes;

namespace Classroom.Training.Measures;

/// <summary>Measures that are taken from what the probes have seen.</summary>
internal static class FrameMeasures
{
    private const int FirstEpochs = 5;

    /// <summary>
    /// Norm of the first weight matrix's gradient over that of the last hidden one: the geometric mean over the frames of the
    /// first five epochs. Null without such a frame or with fewer than two hidden layers.
    /// </summary>
    public static double? GradientRatio(IReadOnlyList<ProbeFrame> frames)
    {
        var ratios = new List<double>();
        foreach (var frame in frames.Where(IsEarlyGradient))
        {
            using var json = JsonDocument.Parse(frame.Json);
            var norms = json.RootElement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("norm")).ToList();
            if (norms.Count >= 3 && norms.TrueForAll(norm => norm.ValueKind == JsonValueKind.Number) && norms[^2].GetDouble() > 0)
            {
                ratios.Add(norms[0].GetDouble() / norms[^2].GetDouble());
            }
        }

        // A gradient that is exactly zero is smaller than any number that can be told.
        return ratios.Count == 0 ? null : Math.Exp(ratios.Average(ratio => Math.Log(Math.Max(ratio, 1e-30))));
    }

    /// <summary>The share of layers whose gradient was other than zero in a frame of the first five epochs.</summary>
    public static double? LayersWithGradient(IReadOnlyList<ProbeFrame> frames)
    {
        var reached = new HashSet<int>();
        var layers = 0;
        foreach (var frame in frames.Where(IsEarlyGradient))
        {
            using var json = JsonDocument.Parse(frame.Json);
            var norms = json.RootElement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("norm")).ToList();
            layers = norms.Count;
            reached.UnionWith(norms.Index().Where(norm => norm.Item.ValueKind == JsonValueKind.Number && norm.Item.GetDouble() > 0).Select(norm => norm.Index));
        }

        return layers == 0 ? null : (double)reached.Count / layers;
    }

    /// <summary>Mean squared difference of the validation pictures from the mean training picture, pixels 0 to 1.</summary>
    public static double? MeanPictureError(IReadOnlyList<ProbeFrame> frames) =>
        Number(frames.FirstOrDefault(frame => frame.Kind == ProbeKinds.Reconstructions), json => json.GetProperty("meanPictureError").GetDouble());

    /// <summary>Weights and biases of the network.</summary>
    public static double? Weights(IReadOnlyList<ProbeFrame> frames) =>
        Number(frames.FirstOrDefault(frame => frame.Kind == ProbeKinds.Network), json => json.GetProperty("layers").EnumerateArray()
            .Sum(layer => layer.GetProperty("biases").GetArrayLength() + layer.GetProperty("weights").EnumerateArray().Sum(row => row.GetArrayLength())));

    /// <summary>Neurons of all layers but the last.</summary>
    public static double? HiddenNeurons(IReadOnlyList<ProbeFrame> frames) =>
        Number(frames.FirstOrDefault(frame => frame.Kind == ProbeKinds.Network), json => json.GetProperty("layers").EnumerateArray()
            .SkipLast(1).Sum(layer => layer.GetProperty("biases").GetArrayLength()));

    /// <summary>
    /// Groups the points of the last frame by k-means, as many groups as there are classes, and counts the share of points
    /// that belong to the most frequent class of their group (Manning et al., 2008, section 16.3).
    /// </summary>
    public static double? ClusterPurity(IReadOnlyList<ProbeFrame> frames)
    {
        var ofKind = frames.Where(frame => frame.Kind == ProbeKinds.Embedding).ToList();
        var labels = Read(ofKind.FirstOrDefault(), json => json.GetProperty("label").EnumerateArray().Select(label => label.GetInt32()).ToArray());
        var points = Read(ofKind.LastOrDefault(), json => Numbers(json, "x").Zip(Numbers(json, "y")).ToArray());
        if (labels is null || points is null || Array.Exists(points, point => !double.IsFinite(point.First + point.Second)))
        {
            return null;
        }

        var groups = KMeans.Group(points, labels.Distinct().Count());
        return labels.Zip(groups).GroupBy(pair => pair.Second).Sum(group => group.CountBy(pair => pair.First).Max(count => count.Value)) / (double)labels.Length;
    }

    private static bool IsEarlyGradient(ProbeFrame frame) => frame.Kind == ProbeKinds.GradientNorms && frame.Epoch is > 0 and <= FirstEpochs;

    private static IEnumerable<double> Numbers(JsonElement json, string name) =>
        json.GetProperty(name).EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN);

    private static T? Read<T>(ProbeFrame? frame, Func<JsonElement, T> value)
    {
        if (frame is null)
        {
            return default;
        }

        using var json = JsonDocument.Parse(frame.Json);
        return value(json.RootElement);
    }

    private static double? Number(ProbeFrame? frame, Func<JsonElement, double> value) => frame is null ? null : Read(frame, value);
}
