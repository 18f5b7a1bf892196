namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to a <see cref="NumberQuestion"/>.</summary>
/// <param name="Text">As typed, so that a student sees again what she wrote.</param>
public sealed record NumberResponse(string Text) : Response;
