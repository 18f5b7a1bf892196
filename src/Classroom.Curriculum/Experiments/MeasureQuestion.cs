namespace Classroom.Curriculum.Experiments;

/// <summary>Right is what the run has measured, give or take the tolerance.</summary>
/// <param name="Of">The name of the run.</param>
public sealed record MeasureQuestion(string Prompt, string Explanation, string Measure, string Of, double Tolerance, double? Level)
    : ExperimentQuestion(Prompt, Explanation);
