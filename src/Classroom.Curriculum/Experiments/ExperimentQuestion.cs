using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Experiments;

/// <summary>
/// Asked when the runs are over. Except of a <see cref="ReasonQuestion"/>, the right answer follows from the student's own runs.
/// </summary>
/// <param name="Prompt">What is asked.</param>
/// <param name="Explanation">Why the right answer is right; for after answering.</param>
public abstract record ExperimentQuestion(string Prompt, string Explanation);

/// <summary>Right is the run with the highest or the lowest measure.</summary>
/// <param name="Measure">One of <see cref="ExperimentMeasures.Names"/>.</param>
/// <param name="PickHighest">False: the lowest.</param>
/// <param name="Level">What the measure counts up to, where it asks for that.</param>
public sealed record PickRunQuestion(string Prompt, string Explanation, string Measure, bool PickHighest, double? Level)
    : ExperimentQuestion(Prompt, Explanation);

/// <summary>Right is what the run has measured, give or take the tolerance.</summary>
/// <param name="Of">The name of the run.</param>
public sealed record MeasureQuestion(string Prompt, string Explanation, string Measure, string Of, double Tolerance, double? Level)
    : ExperimentQuestion(Prompt, Explanation);

/// <summary>Exactly one choice is right, whatever the runs did.</summary>
public sealed record ReasonQuestion(string Prompt, string Explanation, IReadOnlyList<Choice> Choices)
    : ExperimentQuestion(Prompt, Explanation);
