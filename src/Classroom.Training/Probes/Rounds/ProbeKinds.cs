using Classroom.Training.Data;
using Classroom.Training.Models.Table;
using Classroom.Training.Probes.Confusion;
using Classroom.Training.Probes.DecisionBoundaries;
using Classroom.Training.Probes.Embeddings;
using Classroom.Training.Probes.FeatureMaps;
using Classroom.Training.Probes.Filters;
using Classroom.Training.Probes.Forecasts;
using Classroom.Training.Probes.GradientNorms;
using Classroom.Training.Probes.LossSurfaces;
using Classroom.Training.Probes.NetworkWeights;
using Classroom.Training.Probes.Predictions;
using Classroom.Training.Probes.Reconstructions;
using Classroom.Training.Probes.WeightHistograms;
using Classroom.Training.Probes.WeightUpdates;
using Classroom.Training.Probes.WrittenTexts;
using Classroom.Training.Settings;

namespace Classroom.Training.Probes.Rounds;

/// <summary>All that is said of a probe outside of its own folder: its name, where it fits, how it is made, what its frames are.</summary>
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
    public const string WeightUpdates = "weight-updates";
    public const string LossSurface = "loss-surface";

    // More weights cannot be told apart in a diagram, and more classes cannot be read in a matrix.
    private const int MostWeightsOfADiagram = 400;
    private const int MostClassesOfAMatrix = 64;

    private static readonly IReadOnlyList<ProbeKind> All =
    [
        new(
            Predictions,
            run => new PredictionsProbe(run),
            on => on.Classifies && on.Data.Kind is DataSetKind.Image or DataSetKind.Sequence),
        new(DecisionBoundary, run => new DecisionBoundaryProbe(run), on => on.Classifies && on.IsPlane),
        new(
            Network,
            run => new NetworkProbe(run),
            on => on.Model is MlpConfig && on.Size.Weights <= MostWeightsOfADiagram,
            on => on.IsPlane),
        new(Filters, run => new FiltersProbe(run), on => on.Model is CnnConfig),
        new(FeatureMaps, run => new FeatureMapsProbe(run), on => on.Model is CnnConfig, _ => false),
        new(
            Confusion,
            run => new ConfusionProbe(run),
            on => on.Classifies && on.Data.Classes.Count <= MostClassesOfAMatrix,
            on => !on.IsPlane),
        new(Embedding, run => new EmbeddingProbe(run), on => on.Classifies || on.Copies, on => on.Copies),
        new(Reconstructions, run => new ReconstructionsProbe(run), on => on.Copies),
        new(Forecast, run => new ForecastProbe(run), on => on.PredictsNumbers),
        new(Text, run => new TextProbe(run), on => on.Writes),
        new(GradientNorms, run => new GradientNormsProbe(run), _ => true, _ => false),
        new(WeightHistogram, run => new WeightHistogramProbe(run), _ => true, _ => false),
        new(WeightUpdates, run => new WeightUpdatesProbe(run), _ => true, _ => false),
        new(LossSurface, CreateLossSurface, _ => true, on => on.IsLine),
    ];

    private static readonly Dictionary<string, ProbeKind> ByName = All.ToDictionary(kind => kind.Name);

    /// <summary>Those that fit this model on this data set.</summary>
    public static IReadOnlyList<string> For(ModelConfig model, DataSetInfo data) => Choose(model, data, byDefault: false);

    /// <summary>Those that look where a config names none.</summary>
    public static IReadOnlyList<string> Default(ModelConfig model, DataSetInfo data) => Choose(model, data, byDefault: true);

    internal static Probe Create(string kind, ProbedRun run) => ByName[kind].Create(run);

    private static IReadOnlyList<string> Choose(ModelConfig model, DataSetInfo data, bool byDefault)
    {
        var subject = new ProbeSubject(model, data, ModelTable.Create(model, data).Size);
        return subject.Size.Faults.Count > 0
            ? []
            : [.. All.Where(kind => kind.Fits(subject) && (!byDefault || kind.IsDefault(subject))).Select(kind => kind.Name)];
    }

    private static Probe CreateLossSurface(ProbedRun run) =>
        new ProbeSubject(run.Config.Model, run.Data, run.Model.Size).IsLine ? new LineLossProbe(run) : new LossSurfaceProbe(run);
}
