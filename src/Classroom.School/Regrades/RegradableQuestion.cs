using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Regrades;

/// <summary>A question that attempts at an assignment had, with what was answered to it.</summary>
/// <param name="Attempts">Handed-in attempts that had it.</param>
/// <param name="Mean">Of what they earned with it, 0 to 1; by the question's own key.</param>
/// <param name="Answers">What was not fully right, the most frequent first.</param>
public sealed record RegradableQuestion(
    Question Question, int Attempts, double Mean, IReadOnlyList<MissedAnswer> Answers);
