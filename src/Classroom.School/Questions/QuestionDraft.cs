using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Questions;

/// <summary>A question that is to be stored.</summary>
/// <param name="Question">Its id does not matter.</param>
/// <param name="Tags">As typed: case and spaces around them do not matter.</param>
public sealed record QuestionDraft(Question Question, IReadOnlyCollection<string> Tags)
{
    /// <summary>What of the form could not be read at all; named with all else that is wrong.</summary>
    public IReadOnlyList<Fault> Unread { get; init; } = [];
}
