namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to a <see cref="SeveralAnswersQuestion"/>: the indexes of choices.</summary>
public sealed record SeveralAnswersResponse(IReadOnlyList<int> Choices) : Response;
