namespace Classroom.Curriculum.Experiments;

/// <summary>What the lab can show of a run; content names them in small letters with hyphens, such as <c>decision-boundary</c>.</summary>
public enum ExperimentView
{
    Curves,
    DecisionBoundary,
    NetworkDiagram,
    FeatureMaps,
    Predictions,
    ConfusionMatrix,
    GradientNorms,
    EmbeddingScatter,
    Reconstructions,
    SampledText,
    LossSurface,
    SweepHeatmap,
}
