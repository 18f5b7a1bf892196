namespace Classroom.Curriculum.Experiments;

/// <summary>What a student is asked before she sees any run.</summary>
/// <param name="Rule">How her own runs answer it; null only where the content has a fault.</param>
public sealed record ExperimentPrediction(string Prompt, IReadOnlyList<string> Choices, PredictionRule? Rule);
