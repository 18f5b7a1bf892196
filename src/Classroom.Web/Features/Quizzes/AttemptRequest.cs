namespace Classroom.Web.Features.Quizzes;

/// <param name="Mode">"practice" or "graded".</param>
/// <param name="Level">"core" or "deep".</param>
public sealed record AttemptRequest(string Mode, string? Level);
