namespace Classroom.Curriculum.Experiments;

/// <summary>Right is the run with the highest or the lowest measure.</summary>
/// <param name="Measure">One of <see cref="ExperimentMeasures.Names"/>.</param>
/// <param name="PickHighest">False: the lowest.</param>
/// <param name="Level">What the measure counts up to, where it asks for that.</param>
public sealed record PickRunQuestion(string Prompt, string Explanation, string Measure, bool PickHighest, double? Level)
    : ExperimentQuestion(Prompt, Explanation);
