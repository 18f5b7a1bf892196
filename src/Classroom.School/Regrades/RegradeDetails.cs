using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Regrades;

/// <summary>A regrade of an assignment, as its teachers see it.</summary>
/// <param name="Question">Null once it has left the bank.</param>
/// <param name="Accepted">Null where the question is dropped.</param>
/// <param name="By">Whose decision it was; null once that person is gone.</param>
/// <param name="UndoneUtc">Null while it holds.</param>
public sealed record RegradeDetails(
    int Id, string QuestionId, Question? Question, Response? Accepted, string? By, DateTime WhenUtc, DateTime? UndoneUtc);
