using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Attempts;

/// <summary>A question of an attempt, with what was answered.</summary>
/// <param name="Response">As last saved; null where there is none.</param>
/// <param name="Score">0 to 1, as its teacher has it graded; null until submitted, and where the question is dropped.</param>
/// <param name="IsChecked">Practice: this response has been checked.</param>
/// <param name="IsShown">Practice: the right answer was asked for.</param>
public sealed record AnsweredQuestion(PlannedQuestion Planned, Response? Response, double? Score, bool IsChecked, bool IsShown)
{
    /// <summary>Its teacher dropped the question, so it counts neither for nor against anybody.</summary>
    public bool IsDropped { get; init; }

    /// <summary>What its teacher accepts beside the right answer; none while the right answers are held.</summary>
    public IReadOnlyList<Response> Accepted { get; init; } = [];
}
