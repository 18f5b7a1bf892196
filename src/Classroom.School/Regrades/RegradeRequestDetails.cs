using Classroom.Curriculum.Quizzes;
using Classroom.School.People;

namespace Classroom.School.Regrades;

/// <summary>A student's request, and what was answered to it.</summary>
/// <param name="Question">Null once it has left the bank.</param>
/// <param name="Response">What she had answered to the question.</param>
/// <param name="Text">Why it should be looked at again, in her words.</param>
/// <param name="Answer">Null while it is open.</param>
/// <param name="By">Who answered; null before, and once that person is gone.</param>
public sealed record RegradeRequestDetails(
    int AttemptId,
    int? AssignmentId,
    string Slug,
    Person Student,
    string QuestionId,
    Question? Question,
    Response? Response,
    string Text,
    DateTime AskedUtc,
    string? Answer,
    DateTime? AnsweredUtc,
    string? By)
{
    public bool IsOpen => AnsweredUtc is null;
}
