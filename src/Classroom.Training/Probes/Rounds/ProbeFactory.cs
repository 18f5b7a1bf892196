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
using Classroom.Training.Probes.WrittenTexts;

namespace Classroom.Training.Probes.Rounds;

/// <summary>Knows which probe belongs to which kind.</summary>
internal static class ProbeFactory
{
    public static Probe Create(string kind, ProbedRun run) => kind switch
    {
        ProbeKinds.Predictions => new PredictionsProbe(run),
        ProbeKinds.DecisionBoundary => new DecisionBoundaryProbe(run),
        ProbeKinds.Network => new NetworkProbe(run),
        ProbeKinds.Filters => new FiltersProbe(run),
        ProbeKinds.FeatureMaps => new FeatureMapsProbe(run),
        ProbeKinds.Confusion => new ConfusionProbe(run),
        ProbeKinds.Embedding => new EmbeddingProbe(run),
        ProbeKinds.Reconstructions => new ReconstructionsProbe(run),
        ProbeKinds.Forecast => new ForecastProbe(run),
        ProbeKinds.Text => new TextProbe(run),
        ProbeKinds.GradientNorms => new GradientNormsProbe(run),
        ProbeKinds.WeightHistogram => new WeightHistogramProbe(run),
        ProbeKinds.LossSurface when ProbeKinds.IsLine(run.Config.Model, run.Data) => new LineLossProbe(run),
        ProbeKinds.LossSurface => new LossSurfaceProbe(run),
        _ => throw new ArgumentException($"There is no probe '{kind}'.", nameof(kind)),
    };
}
