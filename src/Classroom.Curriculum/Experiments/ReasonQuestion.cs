using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Experiments;

/// <summary>Exactly one choice is right, whatever the runs did.</summary>
public sealed record ReasonQuestion(string Prompt, string Explanation, IReadOnlyList<Choice> Choices)
    : ExperimentQuestion(Prompt, Explanation);
