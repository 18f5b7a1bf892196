using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Regrades;

/// <summary>What a teacher wants to change about a question: drop it, or accept another answer to it.</summary>
/// <param name="Accept">Null where the question is to be dropped.</param>
public sealed record RegradeWish(string QuestionId, bool Drop, Response? Accept)
{
    /// <summary>What of the request could not be read, each fault with its field; named with all else that is wrong.</summary>
    public IReadOnlyList<Fault> Unread { get; init; } = [];
}
