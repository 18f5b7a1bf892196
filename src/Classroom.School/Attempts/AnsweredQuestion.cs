using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Attempts;

/// <summary>A question of an attempt, with what was answered.</summary>
/// <param name="Response">As last saved; null where there is none.</param>
/// <param name="Score">0 to 1; null until submitted.</param>
/// <param name="IsChecked">Practice: this response has been checked.</param>
/// <param name="IsShown">Practice: the right answer was asked for.</param>
public sealed record AnsweredQuestion(PlannedQuestion Planned, Response? Response, double? Score, bool IsChecked, bool IsShown);
