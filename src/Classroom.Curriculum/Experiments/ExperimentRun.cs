namespace Classroom.Curriculum.Experiments;

/// <summary>A run that an experiment begins with.</summary>
/// <param name="Name">What the run is called beside its curve, such as "40 pictures".</param>
/// <param name="ConfigJson">The training config as JSON; its <c>from</c> is the word "base" or missing.</param>
public sealed record ExperimentRun(string Name, string ConfigJson);
