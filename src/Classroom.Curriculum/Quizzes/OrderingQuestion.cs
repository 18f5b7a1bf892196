namespace Classroom.Curriculum.Quizzes;

public sealed record OrderingQuestion : Question
{
    /// <summary>In the right order.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    public required string Feedback { get; init; }

    public override QuestionKind Kind => QuestionKind.Ordering;
}
