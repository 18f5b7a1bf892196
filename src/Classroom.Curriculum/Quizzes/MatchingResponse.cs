namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to a <see cref="MatchingQuestion"/>.</summary>
/// <param name="Rights">For each left, in the file's order, the index of the right chosen for it, or null.</param>
public sealed record MatchingResponse(IReadOnlyList<int?> Rights) : Response;
