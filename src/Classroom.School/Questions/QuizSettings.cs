namespace Classroom.School.Questions;

/// <summary>A quiz as its author wants it.</summary>
public sealed record QuizSettings
{
    public required string Title { get; init; }

    public bool AllowsPractice { get; init; }

    public required IReadOnlyList<NewQuizPart> Parts { get; init; }
}
