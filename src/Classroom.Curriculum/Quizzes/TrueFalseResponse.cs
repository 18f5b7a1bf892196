namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to a <see cref="TrueFalseQuestion"/>.</summary>
public sealed record TrueFalseResponse(bool Answer) : Response;
