namespace Classroom.Curriculum.Quizzes;

/// <summary>An answer to an <see cref="OrderingQuestion"/>.</summary>
/// <param name="Items">The items' indexes in the order the student gave them.</param>
public sealed record OrderingResponse(IReadOnlyList<int> Items) : Response;
