namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to a <see cref="ShortAnswerQuestion"/>.</summary>
/// <param name="Text">As typed.</param>
public sealed record ShortAnswerResponse(string Text) : Response;
