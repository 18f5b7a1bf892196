using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Regrades;

/// <summary>An answer that students gave, and that is not fully right by the question's own key.</summary>
/// <param name="Count">So many attempts gave it.</param>
public sealed record MissedAnswer(Response Response, int Count);
