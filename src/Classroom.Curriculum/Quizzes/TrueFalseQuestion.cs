namespace Classroom.Curriculum.Quizzes;

public sealed record TrueFalseQuestion : Question
{
    public required bool Answer { get; init; }

    /// <summary>For the wrong one of the two.</summary>
    public required string Feedback { get; init; }

    public override QuestionKind Kind => QuestionKind.TrueFalse;
}
