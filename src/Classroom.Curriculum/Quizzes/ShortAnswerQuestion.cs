namespace Classroom.Curriculum.Quizzes;

/// <summary>A word or two to type; case, white space, hyphens and a final period do not matter.</summary>
public sealed record ShortAnswerQuestion : Question
{
    /// <summary>Every spelling that is right; the first is the one to show.</summary>
    public required IReadOnlyList<string> Accept { get; init; }

    public required IReadOnlyList<TextMistake> Mistakes { get; init; }

    /// <summary>For any other wrong text.</summary>
    public required string Feedback { get; init; }

    public override QuestionKind Kind => QuestionKind.ShortAnswer;
}
