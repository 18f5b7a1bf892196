using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Questions;

/// <summary>Which questions of a bank are looked at.</summary>
public sealed record BankFilter
{
    /// <summary>Words in the question or its title; null for any.</summary>
    public string? Text { get; init; }

    public string? Tag { get; init; }

    public QuestionKind? Kind { get; init; }

    /// <summary>Only one's own, not those that others share.</summary>
    public bool OnlyMine { get; init; }
}
