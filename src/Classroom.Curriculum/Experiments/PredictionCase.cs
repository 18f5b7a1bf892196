namespace Classroom.Curriculum.Experiments;

/// <summary>What the runs must show for one choice to be the right one.</summary>
/// <param name="Choice">One of the prediction's choices, in its words.</param>
public sealed record PredictionCase(string Choice, IReadOnlyList<ExperimentCheck> Checks);
