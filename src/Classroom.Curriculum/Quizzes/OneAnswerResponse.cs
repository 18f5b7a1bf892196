namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to a <see cref="OneAnswerQuestion"/>: the index of a choice.</summary>
public sealed record OneAnswerResponse(int Choice) : Response;
