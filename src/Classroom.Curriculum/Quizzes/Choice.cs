namespace Classroom.Curriculum.Quizzes;

/// <summary>One choice of a question.</summary>
public sealed record Choice
{
    public required string Text { get; init; }
    public required bool IsCorrect { get; init; }

    /// <summary>The mistake behind a wrong choice; null for a right one.</summary>
    public string? Feedback { get; init; }
}
