using Classroom.Training.Data;
using Classroom.Training.Models;
using Classroom.Training.Settings;

namespace Classroom.Training.Probes;

/// <summary>The names of the probes; <see cref="ProbeFrame"/> says what is in the frames of each.</summary>
public static class ProbeKinds
{
    public const string Predictions = "predictions";
    public const string DecisionBoundary = "decision-boundary";
    public const string Network = "network";
    public const string Filters = "filters";
    public const string FeatureMaps = "feature-maps";
    public const string Confusion = "confusion";
    public const string Embedding = "embedding";
    public const string Reconstructions = "reconstructions";
    public const string Forecast = "forecast";
    public const string Text = "text";
    public const string GradientNorms = "gradient-norms";
    public const string WeightHistogram = "weight-histogram";
    public const string LossSurface = "loss-surface";

    /// <summary>More cannot be told apart in a diagram.</summary>
    private const int MostWeightsOfADiagram = 400;

    /// <summary>More cannot be read in a matrix.</summary>
    private const int MostClassesOfAMatrix = 64;

    /// <summary>Those that fit this model on this data set.</summary>
    public static IReadOnlyList<string> For(ModelConfig model, DataSetInfo data) =>
        [.. Rules(model, data).Where(rule => rule.Fits).Select(rule => rule.Kind)];

    /// <summary>Those that look where a config names none.</summary>
    public static IReadOnlyList<string> Default(ModelConfig model, DataSetInfo data) =>
        [.. Rules(model, data).Where(rule => rule is { Fits: true, ByDefault: true }).Select(rule => rule.Kind)];

    /// <summary>The network is a line: one weight and one bias, and the mean squared error.</summary>
    internal static bool IsLine(ModelConfig model, DataSetInfo data) =>
        model is MlpConfig { Hidden.Count: 0 } && data is { Kind: DataSetKind.Table, IsRegression: true, Shape: [1] };

    private static IEnumerable<(string Kind, bool Fits, bool ByDefault)> Rules(ModelConfig model, DataSetInfo data)
    {
        var size = ModelSize.Of(model, data);
        if (size.Faults.Count > 0)
        {
            yield break;
        }

        var copies = model is AutoencoderConfig;
        var writes = data.Kind == DataSetKind.Text;
        var predicts = data.IsRegression && !copies;
        var classifies = !copies && !writes && !predicts;
        var isPlane = data.Kind == DataSetKind.Table && data.Shape[0] == 2;
        yield return (Predictions, classifies && data.Kind is DataSetKind.Image or DataSetKind.Sequence, true);
        yield return (DecisionBoundary, classifies && isPlane, true);
        yield return (Network, model is MlpConfig && size.Weights <= MostWeightsOfADiagram, isPlane);
        yield return (Filters, model is CnnConfig, true);
        yield return (FeatureMaps, model is CnnConfig, false);
        yield return (Confusion, classifies && data.Classes.Count <= MostClassesOfAMatrix, !isPlane);
        yield return (Embedding, classifies || copies, copies);
        yield return (Reconstructions, copies, true);
        yield return (Forecast, predicts, true);
        yield return (Text, writes, true);
        yield return (GradientNorms, true, false);
        yield return (WeightHistogram, true, false);
        yield return (LossSurface, true, IsLine(model, data));
    }
}
