namespace Classroom.School.Questions;

/// <summary>A piece of an own quiz: one question, or some drawn from those of its author that have a tag.</summary>
public sealed class QuizPart
{
    public const int LongestBuiltIn = 100;

    public int QuizId { get; init; }

    /// <summary>From 0; the order of the quiz.</summary>
    public required int Place { get; init; }

    /// <summary>An <see cref="OwnQuestion"/>, always in its current version; null otherwise.</summary>
    public int? QuestionId { get; init; }

    /// <summary>A question of a term, as <see cref="QuestionKey"/> writes it; null otherwise.</summary>
    public string? BuiltIn { get; init; }

    /// <summary>What is drawn has this tag; null otherwise.</summary>
    public string? Tag { get; init; }

    /// <summary>How many are drawn; 0 without a tag.</summary>
    public int Count { get; init; }
}
