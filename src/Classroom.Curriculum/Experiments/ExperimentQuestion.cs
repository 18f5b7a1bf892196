namespace Classroom.Curriculum.Experiments;

/// <summary>
/// Asked when the runs are over. Except of a <see cref="ReasonQuestion"/>, the right answer follows from the student's own runs.
/// </summary>
/// <param name="Prompt">What is asked.</param>
/// <param name="Explanation">Why the right answer is right; for after answering.</param>
public abstract record ExperimentQuestion(string Prompt, string Explanation);
